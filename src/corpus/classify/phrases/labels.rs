//! The labels of metadata lines: what stands before a colon or a date. All in lower case.

use std::sync::LazyLock;

use super::Phrases;

/// Labels of the date of publication.
pub(in super::super) static PUBLISHED: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        "
    publish date; published; published on; published at; publication date; date published;
    date of publication; posted; posted on; date posted; date; publication time; first published;
    first published on; originally published; posted at; date created; created; release date;
    veröffentlicht; veröffentlicht am; veröffentlichungsdatum; erschienen; erschienen am; erstellt;
    erstellt am; datum;
    publié; publié le; date de publication; paru le; mis en ligne le; créé le;
    publicado; publicado el; fecha; fecha de publicación;
    pubblicato; pubblicato il; data di pubblicazione; data;
    publicado em; data de publicação;
    gepubliceerd; gepubliceerd op; publicatiedatum; geplaatst op;
    opublikowano; data publikacji; data dodania; dodano;
    опубликовано; дата публикации; дата; размещено; добавлено;
    опубліковано; дата публікації; розміщено;
    апублікавана; дата публікацыі;
    发布时间; 发布日期; 公開日; 掲載日;",
    )
});

/// Labels of the date of the last change, which is never that of the document.
pub(in super::super) static CHANGED: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        "
    last updated; last updated on; last updated at; last update; last modified; last modified on;
    last changed; last edited; last reviewed; updated; updated on; updated at; modified; modified on;
    date modified; accessed; accessed on; retrieved; retrieved on;
    aktualisiert; aktualisiert am; zuletzt aktualisiert; zuletzt aktualisiert am; letzte aktualisierung;
    letzte änderung; zuletzt geändert; geändert am; stand; abgerufen am;
    mis à jour; mis à jour le; mise à jour; modifié; modifié le; dernière mise à jour;
    dernière modification;
    actualizado; actualizado el; actualización; última actualización; modificado;
    aggiornato; aggiornato il; aggiornamento; ultimo aggiornamento; ultima modifica;
    atualizado; atualizado em; última atualização;
    bijgewerkt; laatst bijgewerkt; laatst bijgewerkt op; laatste update; gewijzigd op;
    aktualizacja; zaktualizowano; ostatnia aktualizacja;
    обновлено; последнее обновление; дата обновления; изменено;
    оновлено; останнє оновлення;
    абноўлена; апошняе абнаўленне;",
    )
});

/// Labels of the source.
pub(in super::super) static SOURCES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        "
    source; publisher; quelle; fuente; fonte; bron; źródło; источник; джерело; крыніца; 来源; 出典;",
    )
});

/// Labels of who wrote it.
pub(in super::super) static AUTHORS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        "
    author; authors; author(s); written by; reporter; correspondent; autor; autorin; autoren; verfasser;
    verfasserin; auteur; auteurs; autores; autora; autore; autori; autorzy; автор; авторы; автори; аўтар;
    аўтары; 作者; 著者;",
    )
});

/// The other labels of metadata lines.
pub(in super::super) static OTHER_LABELS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        "
    news id; article id; story id; news code; category; categories; tags; tag; keywords; filed under;
    posted in; reading time; views; short url; short link; permalink; document id; reference number;
    ref no; estimated reading time; read time; word count; url; link; byline; dateline; copyright;
    filed in;
    schlagwörter; schlagworte; stichwörter; rubrik; kategorie; kategorien; lesezeit; lesedauer;
    mots-clés; mots clés; rubrique; catégorie; catégories; temps de lecture;
    etiquetas; categoría; categorías; tiempo de lectura; etichette; categoria; categorie; categorias;
    tempo di lettura; tempo de leitura;
    trefwoorden; leestijd; tagi; kategoria; słowa kluczowe; czas czytania; wyświetleń; odsłon;
    теги; тэги; метки; ключевые слова; рубрика; категория; просмотров; просмотры; время чтения; мітки;
    категорія; переглядів; перегляди; рубрыка; праглядаў;",
    )
});
