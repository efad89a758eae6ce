//! The words of a site's frame: slogans, calls to act, buttons, menus. All in lower case.

use std::sync::LazyLock;

use super::Phrases;

/// Beginnings of slogans, calls to act and parts of a site's frame.
pub(in super::super) static SITE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        "
    get the latest updates; get the latest news; get our latest; get the best of; get breaking news;
    subscribe to our; subscribe now; subscribe to the newsletter; subscribe for; sign up for our;
    sign up to our; sign up for the newsletter; sign up for newsletters; sign up now; join our;
    download our app; download the app; support our journalism; support our work; become a member of;
    skip to content; skip to main content; skip to navigation; follow us on; follow us at; find us on;
    like us on; this site uses; by continuing to use; click here to; turn on notifications;
    enable notifications; don't miss our; don’t miss our; skip to site index; skip to main;
    skip to search; skip to article; skip to footer; skip advertisement; continue reading the main story;
    story continues below; article continues below; article continues after; listen to this article;
    listen to article; you have been granted access; enjoy unlimited access; create a free account;
    this article was originally published; this article was first published;
    this article first appeared; this story was originally published; this story was first published;
    create an account; sign up to receive; sign up to get; sign up here; sign in to; log in to;
    already a subscriber; subscribe to; start your free trial; get our newsletter; get the newsletter;
    we use cookies; manage cookies; cookie settings; accept all cookies; accept cookies;
    this website uses; view comments; view all comments; show comments; show more; load more;
    add us on google; gift this article; save article; open in app; view in app; join us on;
    join the conversation; follow @;
    zum inhalt springen; zur navigation springen; zum hauptinhalt; newsletter abonnieren;
    jetzt abonnieren; jetzt anmelden; melden sie sich an; abonnieren sie; folgen sie uns;
    wir verwenden cookies; diese website verwendet; alle akzeptieren; cookie-einstellungen;
    aller au contenu; aller au menu; abonnez-vous; inscrivez-vous; s'abonner à; s’abonner à; suivez-nous;
    recevez la newsletter; nous utilisons des cookies; ce site utilise; tout accepter; gérer les cookies;
    paramétrer les cookies; article réservé aux abonnés;
    saltar al contenido; ir al contenido; suscríbete; suscríbase; regístrate; síguenos; siga leyendo;
    utilizamos cookies; este sitio utiliza; esta web utiliza; aceptar todo; aceptar cookies;
    vai al contenuto; iscriviti alla; abbonati; seguici su; questo sito utilizza; utilizziamo i cookie;
    accetta tutti; pular para o conteúdo; assine a; inscreva-se; siga-nos; usamos cookies;
    este site utiliza;
    ga naar de inhoud; naar de inhoud; schrijf je in; meld je aan; abonneer je; volg ons op;
    wij gebruiken cookies; deze website gebruikt;
    przejdź do treści; przejdź do głównej; zapisz się; subskrybuj; zasubskrybuj; dołącz do nas;
    obserwuj nas; śledź nas; używamy plików cookie; ta strona używa; nasza strona używa; akceptuję;
    перейти к содержанию; перейти к основному; подпишитесь; подписывайтесь; подписаться на;
    следите за нами; мы используем cookie; мы используем файлы cookie; этот сайт использует;
    наш сайт использует; принять все; читайте нас в; присоединяйтесь;
    перейти до вмісту; перейти до основного; підпишіться; підписуйтесь; підписуйтеся; підписатися на;
    стежте за нами; слідкуйте за нами; ми використовуємо cookie; ми використовуємо файли cookie;
    цей сайт використовує; прийняти всі; читайте нас у; приєднуйтесь;
    перайсці да зместу; падпісвайцеся; падпішыцеся; сачыце за намі; чытайце нас у;",
    )
});

/// The same as whole lines, which could be titles too.
pub(in super::super) static SITE_WHOLE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        "
    subscribe; subscribe now; subscribe today; sign up; sign up now; sign in; log in; login; register;
    follow us; donate; donate now; menu; toggle navigation; advertisement; home page; back to top;
    privacy policy; terms of use; terms of service; contact us; about us; newsletter; home; search;
    close; open menu; close menu; main menu; navigation; toggle menu; show navigation; site index;
    site navigation; site map; sitemap; sections; all sections; en español; today’s paper; today's paper;
    my account; account; settings; cookies; cookie policy; accept; accept all; privacy; terms; contact;
    about; help; faq; jobs; careers; advertise; advertise with us; advertising; ad; ads; sponsored;
    sponsored content; paid content; live; watch; listen; watch live; listen live; print this page;
    image; video; audio; loading; skip; log out; subscribe for free; e-paper; epaper; podcasts;
    newsletters; image caption; image source; getty images; breaking news; developing story; support us;
    supported by; become a member; join us;
    anmelden; abmelden; registrieren; abonnieren; abo; startseite; suche; suchen; menü; menü öffnen;
    menü schließen; anzeige; werbung; impressum; datenschutz; datenschutzerklärung; agb; kontakt;
    über uns; nach oben; zurück zum anfang;
    se connecter; connexion; s'inscrire; s’inscrire; s'abonner; s’abonner; je m'abonne; je m’abonne;
    accueil; recherche; rechercher; publicité; mentions légales; politique de confidentialité;
    nous contacter; qui sommes-nous; haut de page; retour en haut;
    iniciar sesión; registrarse; suscribirse; suscríbete; inicio; buscar; menú; publicidad; aviso legal;
    política de privacidad; contacto; quiénes somos; volver arriba;
    accedi; registrati; abbonati; cerca; pubblicità; chi siamo; contatti; torna su; entrar; assine;
    publicidade; quem somos; contato; voltar ao topo; início;
    inloggen; aanmelden; abonneren; zoeken; advertentie; over ons; privacybeleid; terug naar boven;
    zaloguj; zaloguj się; zarejestruj się; subskrybuj; strona główna; szukaj; wyszukaj; reklama; o nas;
    polityka prywatności; regulamin; do góry;
    войти; вход; регистрация; подписаться; подписка; главная; на главную; поиск; меню; реклама; контакты;
    о нас; о проекте; политика конфиденциальности; наверх;
    увійти; вхід; реєстрація; підписатися; головна; на головну; пошук; контакти; про нас; про проєкт;
    політика конфіденційності; нагору;
    увайсці; падпісацца; галоўная; рэклама; кантакты; пра нас;",
    )
});

/// The names of sections in the menus of news sites.
pub(in super::super) static SECTIONS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        "
    home; news; world; world news; us; u.s.; uk; u.k.; usa; americas; europe; asia; africa; middle east;
    russia; ukraine; belarus; politics; business; economy; economics; finance; markets; money; tech;
    technology; science; health; climate; environment; energy; sports; sport; culture; arts;
    arts & culture; entertainment; lifestyle; life; style; travel; food; opinion; opinions; editorial;
    editorials; analysis; features; feature; society; education; law; crime; security; defense; defence;
    military; weather; video; videos; photo; photos; pictures; multimedia; podcasts; podcast; live;
    latest; in depth; in-depth; explainers; investigations; interviews; blogs; books; magazine;
    real estate; obituaries; newsletters; local; national; international; top stories; breaking;
    autos; history; religion; coronavirus; covid-19; events; about; about us; contact; contact us;
    search; archive; careers; shop; subscribe; sign in; log in;
    startseite; nachrichten; politik; inland; ausland; wirtschaft; kultur; wissen; wissenschaft;
    gesellschaft; panorama; reise; meinung; feuilleton; gesundheit; netzwelt; digital; wetter; welt;
    deutschland; europa;
    accueil; actualités; actualité; monde; france; politique; société; économie; sciences; santé;
    planète; débats; idées;
    inicio; noticias; mundo; internacional; nacional; política; economía; sociedad; deportes; cultura;
    opinión; tecnología; ciencia; salud; início; notícias; economia; esportes; desporto; opinião;
    tecnologia; notizie; mondo; esteri; cronaca; politica; scienza; spettacoli;
    nieuws; binnenland; buitenland; politiek; economie; wetenschap; cultuur; opinie;
    strona główna; wiadomości; polska; kraj; świat; polityka; gospodarka; biznes; społeczeństwo; kultura;
    nauka; zdrowie; rozrywka;
    главная; новости; мир; в мире; политика; экономика; бизнес; общество; происшествия; культура; спорт;
    наука; технологии; здоровье; мнения; мнение; регионы; россия; беларусь; украина; в стране; армия;
    фото; видео; авто; армия и опк;
    головна; новини; світ; політика; економіка; бізнес; суспільство; події; технології; здоров'я;
    здоров’я; думки; україна; війна; відео;
    галоўная; навіны; свет; палітыка; эканоміка; грамадства; меркаванні; у свеце;",
    )
});

/// Social networks and other ways to send a link.
pub(in super::super) static SOCIAL: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        "
    twitter; facebook; telegram; whatsapp; vkontakte; vk; instagram; youtube; linkedin; pinterest;
    reddit; viber; odnoklassniki; email; e-mail; rss; tiktok; mastodon; bluesky; tumblr; flipboard;
    messenger; x; вконтакте; одноклассники; telegram-канал; фейсбук; твиттер; телеграм; threads; line;
    xing; weibo; signal;",
    )
});

/// The domains of social networks, which are never the source of an article.
pub(in super::super) static SOCIAL_DOMAINS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        "
    twitter.com; x.com; facebook.com; fb.com; t.me; telegram.me; vk.com; vkontakte.ru; ok.ru;
    instagram.com; youtube.com; youtu.be; linkedin.com; pinterest.com; reddit.com; tiktok.com;
    whatsapp.com; wa.me; tumblr.com; flipboard.com; bsky.app; threads.net; medium.com; google.com;
    news.google.com; apple.com; bit.ly; gmail.com; yahoo.com;",
    )
});

/// Endings of files, so that `notes.txt` isn't taken for a site.
pub(in super::super) static FILE_ENDINGS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        "
    txt; pdf; doc; docx; html; htm; rs; py; toml; json; csv; xml; log; js; ts; sh; yaml; yml; cfg; conf;
    exe; zip; jpg; jpeg; png; gif; odt; rtf; epub;",
    )
});
