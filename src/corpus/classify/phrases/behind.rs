//! The words of what stands behind an article: links to others, share bars, reply forms, credits. All in
//! lower case.

use std::sync::LazyLock;

use super::Phrases;

/// Headings of reply forms.
pub(in super::super) static REPLY_HEADING: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        "
    leave a reply; leave a comment; post a comment; add a comment; write a comment; leave your comment;
    submit a comment; add your comment; join the discussion; post a reply; leave a reply cancel reply;
    leave your reply; have your say; what do you think?; join the conversation;
    kommentar schreiben; kommentar verfassen; kommentar hinterlassen; schreiben sie einen kommentar;
    schreibe einen kommentar; hinterlasse einen kommentar; antwort schreiben;
    laisser un commentaire; laissez un commentaire; ajouter un commentaire; écrire un commentaire;
    laisser une réponse; poster un commentaire;
    deja un comentario; dejar un comentario; deja una respuesta; deje un comentario;
    escribe un comentario;
    lascia un commento; lascia una risposta; deixe um comentário; deixe uma resposta; geef een reactie;
    laat een reactie achter; plaats een reactie;
    dodaj komentarz; napisz komentarz; skomentuj; zostaw komentarz;
    оставить комментарий; добавить комментарий; написать комментарий; оставьте комментарий;
    залишити коментар; додати коментар; написати коментар; залиште коментар; пакінуць каментар;
    дадаць каментар;",
    )
});

/// What reply forms say.
pub(in super::super) static REPLY: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        "
    your email address will not be published; required fields are marked; save my name, email;
    you must be logged in to post a comment; comments are closed; cancel reply; please log in to comment;
    log in to comment; notify me of follow-up comments;
    deine e-mail-adresse wird nicht veröffentlicht; ihre e-mail-adresse wird nicht veröffentlicht;
    erforderliche felder sind;
    votre adresse e-mail ne sera pas publiée; votre adresse de messagerie ne sera pas publiée;
    les champs obligatoires sont;
    tu dirección de correo electrónico no será publicada;
    su dirección de correo electrónico no será publicada; los campos obligatorios están;
    il tuo indirizzo email non sarà pubblicato; o seu endereço de e-mail não será publicado;
    twój adres e-mail nie zostanie opublikowany; twój adres email nie zostanie opublikowany;
    wymagane pola są;
    ваш адрес email не будет опубликован; ваш e-mail не будет опубликован; обязательные поля помечены;
    чтобы оставить комментарий;
    ваша e-mail адреса не оприлюднюватиметься; ваша електронна адреса не буде опублікована;
    обов’язкові поля позначені;",
    )
});

/// What credits begin with; a name follows.
pub(in super::super) static CREDITS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        "
    reporting by; additional reporting by; editing by; writing by; photo by; photos by; photograph by;
    photographs by; photo credit:; photo credits:; image credit:; image credits:; photo:; photos:;
    image:; picture:; photo courtesy of; image courtesy of; compiled by; edited by; translated by;
    produced by; credit:; credits:; illustration by; illustration:; video by; graphic by;
    fact-checked by; with reporting by; with additional reporting by;
    foto:; fotos:; bild:; bilder:; bildnachweis:; redaktion:; übersetzung:; photo :; crédit photo;
    crédits photo; crédit :; traduction:; foto de; fotografía:; imagen:; foto di; beeld:; zdjęcie:;
    zdjęcia:; fot.; rys.; oprac.;
    фото:; иллюстрация:; изображение:; перевод:; ілюстрація:; зображення:; переклад:; фота:; пераклад:;",
    )
});

/// Beginnings of share bars.
pub(in super::super) static SHARE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        "
    share this; share on; share with; share via; tweet this; share the; share full article;
    share article; share by; share to; send to a friend; email this article; print this article;
    tweet this article; copy the link;
    auf facebook teilen; auf twitter teilen; teilen auf; artikel teilen; diesen artikel teilen;
    per e-mail versenden; partager sur; partager cet article; partager l'article; partager l’article;
    envoyer par;
    compartir en; compartir este; comparte en; comparte esta; condividi su; condividi questo;
    compartilhe no; compartilhar no; compartilhe esta; deel op; deel dit; deel via;
    udostępnij na; udostępnij ten; podziel się;
    поделиться в; поделиться на; поделитесь; отправить другу; поділитися в; поділитися на; поділіться;
    падзяліцца ў; падзяліцеся;",
    )
});

/// Buttons of share bars, which could be titles too.
pub(in super::super) static SHARE_WHOLE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        "
    share; tweet; print; send; copy link; email this; print this; share full article; share this;
    share article; save; bookmark; email; download; gift article; listen; comments; comment; reply; like;
    likes; pin; copy; copied; link copied;
    teilen; drucken; merken; kopieren; partager; imprimer; enregistrer; compartir; imprimir; guardar;
    condividi; stampa; compartilhar; salvar; delen; afdrukken; udostępnij; drukuj; wyślij; поделиться;
    распечатать; печать; версия для печати; скопировать ссылку; отправить; поділитися; роздрукувати;
    друкувати; версія для друку; надіслати; падзяліцца; друкаваць;",
    )
});

/// Beginnings of links to other articles.
pub(in super::super) static RELATED: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        "
    read more:; read also:; see also:; read next:; also read:; related:; read more about; read more on;
    more on this; related articles; related stories; related posts; related news; read the full;
    read the original; related coverage; more from; more in; more about; more on:; more:; recommended:;
    recommended for you; you might also like; you may also like; don't miss:; don’t miss:; watch:;
    watch also:; listen:; also on; also in; in other news; editors' picks; editors’ picks;
    editor's picks; editor’s picks;
    lesen sie auch; lesen sie mehr; lesen sie dazu; lesen sie hier; lies auch; mehr zum thema; mehr dazu;
    mehr lesen; siehe auch; weiterlesen; das könnte sie auch interessieren; auch interessant;
    à lire aussi; a lire aussi; lire aussi; lire également; à lire également; à lire sur le même sujet;
    sur le même sujet; voir aussi; lire la suite; en savoir plus; plus d'informations;
    leer más; lee también; lea también; lea más; leer también; te puede interesar; le puede interesar;
    más información; más sobre; ver también;
    leggi anche; leggi di più; per approfondire; potrebbe interessarti; leia também; leia mais;
    veja também; saiba mais; lees ook; lees meer; lees verder; zie ook; meer over;
    przeczytaj także; przeczytaj też; czytaj także; czytaj też; czytaj więcej; czytaj dalej;
    czytaj również; przeczytaj również; zobacz także; zobacz też; zobacz również;
    читайте также; читать также; читайте ещё; читайте еще; смотрите также; смотри также; по теме:;
    ещё по теме; еще по теме; читать далее; читать дальше; подробнее:; материалы по теме;
    читайте також; читати також; дивіться також; за темою:; читати далі; детальніше:; матеріали за темою;
    чытайце таксама; чытайце яшчэ; глядзіце таксама; чытаць далей;",
    )
});

/// Headings of lists of other articles, which could be titles too.
pub(in super::super) static RELATED_WHOLE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        "
    read more; read also; see also; read next; also read; related; related articles; related stories;
    related posts; related news; related topics; related content; recommended; most read; most popular;
    more news; more stories; latest news; you may also like; trending; previous article; next article;
    previous post; next post; continue reading; most viewed; most shared; most commented; most watched;
    editors' picks; editors’ picks; editor's picks; editor’s picks; popular; popular posts; recent posts;
    recent news; recent articles; recent stories; latest; latest stories; latest articles; top stories;
    top news; more from author; more on this story; more like this; what to read next; up next; next;
    previous; in this story; around the web; from the web; featured; featured stories; also on; tags;
    topics; related links; related coverage; related tags; our picks;
    mehr zum thema; auch interessant; meistgelesen; verwandte artikel; weitere artikel; ähnliche artikel;
    neueste artikel; das könnte sie auch interessieren; zum thema; weitere meldungen; empfohlen;
    lire aussi; à lire aussi; a lire aussi; sur le même sujet; articles liés; articles similaires;
    les plus lus; le plus lu; à la une; dans la même rubrique; voir plus;
    leer más; artículos relacionados; noticias relacionadas; lo más leído; lo más visto; más noticias;
    te puede interesar; últimas noticias; ver más;
    articoli correlati; leggi anche; i più letti; ultime notizie; leia também; leia mais; mais lidas;
    notícias relacionadas; últimas notícias; lees ook; lees meer; meest gelezen; gerelateerde artikelen;
    laatste nieuws;
    czytaj także; czytaj też; czytaj więcej; zobacz także; przeczytaj także; najczęściej czytane;
    najnowsze; najpopularniejsze; polecane; powiązane artykuły; powiązane; więcej na ten temat; polecamy;
    читайте также; смотрите также; по теме; ещё по теме; еще по теме; популярное; самое читаемое;
    последние новости; другие новости; новости по теме; материалы по теме; рекомендуем; главное;
    лента новостей; все новости; похожие новости; похожие статьи; подробнее;
    читайте також; дивіться також; за темою; популярне; останні новини; інші новини; новини за темою;
    рекомендуємо; головне; стрічка новин; всі новини; усі новини; схожі новини; детальніше;
    чытайце таксама; глядзіце таксама; па тэме; папулярнае; апошнія навіны; іншыя навіны; усе навіны;
    чытаць далей;",
    )
});

/// What says that all rights are reserved.
pub(in super::super) static RIGHTS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        "
    all rights reserved; alle rechte vorbehalten; tous droits réservés; todos los derechos reservados;
    todos os direitos reservados; tutti i diritti riservati; alle rechten voorbehouden;
    wszelkie prawa zastrzeżone; все права защищены; усі права захищені; всі права захищено;
    всі права захищені; усе правы абаронены; 版权所有; 無断転載;",
    )
});
