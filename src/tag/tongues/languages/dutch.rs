//! Dutch.

use super::super::tongue::Tongue;

/// Dutch.
pub(super) const TONGUE: Tongue = Tongue {
    code: "nl",
    small: "en of maar want dus dat die wie wat waar wanneer hoe als omdat terwijl volgens na voor met zonder over onder \
        tegen tussen bij door tot uit van op aan om te in naar ook nog al altijd nooit niet wel geen ik jij je hij zij ze \
        wij we jullie u het er hier daar zo toen nu dan vandaag gisteren morgen later eerst daarna daarom echter toch \
        bovendien is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen kon moet moeten zal \
        zullen zou mag veel vele meer minder alle alles andere ander sommige enkele elke elk ieder twee drie vier vijf \
        zes zeven acht negen tien honderd duizend eerste tweede derde laatste nieuwe grote oude beide sinds tijdens \
        vanaf binnen buiten naast ondanks zowel zoals zelfs ongeveer bijna slechts alleen ja nee men mijn hun haar zijn",
    articles: "de het een dit deze die dat zijn haar hun mijn onze ons uw elke geen",
    common: "januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag \
        donderdag vrijdag zaterdag zondag kerstmis pasen god staat kerk internet geschiedenis oorlog noord zuid oost west \
        nederlands nederlandse nederlander nederlanders duits duitse duitsers duitser frans franse fransen engels engelse \
        engelsen brits britse britten russisch russische russen rus belgisch belgische belgen vlaams vlaamse vlamingen \
        amerikaans amerikaanse amerikanen italiaans italiaanse spaans spaanse europees europese chinees chinese joods \
        joodse joden turks turkse turken romeins romeinse grieks griekse grieken arabisch islamitische katholieke \
        protestantse pools poolse polen hoofdstuk artikel tabel zie meneer mevrouw minister-president",
    titles: "president premier minister kanselier staatssecretaris secretaris-generaal generaal kolonel kapitein commandant \
        maarschalk admiraal senator burgemeester gouverneur ambassadeur koning koningin keizer keizerin tsaar paus \
        bisschop aartsbisschop kardinaal pater prins prinses hertog hertogin graaf gravin baron professor hoogleraar \
        dokter directeur voorzitter woordvoerder rechter officier advocaat dictator leider partijleider schrijver \
        schrijfster dichter schilder componist regisseur acteur actrice zanger zangeres filosoof historicus journalist \
        econoom trainer coach kandidaat vicepresident fractievoorzitter wethouder kamerlid",
    title_endings: "minister leider voorzitter directeur secretaris woordvoerder president",
    addresses: "meneer mevrouw dhr mevr mr dr drs prof",
    fields: "russische nederlandse belgische duitse franse britse amerikaanse buitenlandse binnenlandse zaken defensie \
        financiën justitie onderwijs economische algemene",
    surnames_after: 1,
    particles: "van de der den het ten ter te 't von la le du di bin ibn el al in",
    speech: "zei zegt verklaarde stelde benadrukte vertelde meldde antwoordde waarschuwde vindt vond schreef schrijft aldus \
        liet kondigde beloofde erkende",
    surname_endings: "ov ev jev ova eva enko enka ski sky vitsj tsjoek ian escu sson sen ić oğlu stra sma inga",
    in_place: "in naar te uit",
    place_endings: "burg stad dam drecht grad stan wijk hoven",
    place_nouns: "stad provincie regio gemeente dorp plaats hoofdstad eiland rivier district deelgemeente badplaats",
    bodies: "ministerie universiteit hogeschool instituut academie bank partij comité raad commissie hof rechtbank vereniging \
        organisatie federatie bond maatschappij stichting agentschap bureau fonds unie front beweging groep centrum \
        museum bibliotheek ziekenhuis vakbond",
    low_bodies: "ministerie",
    links: "van de der den het voor en in te",
    before_body: "krant dagblad weekblad tijdschrift persbureau bedrijf groep partij vereniging zender omroep stichting",
    works: "film roman boek lied liedje album opera stuk serie titel essay gedicht schilderij documentaire getiteld",
    named_after: "straat laan plein gracht kade brug prijs school stadion luchthaven universiteit stichting museum park",
    saints: "sint st heilige",
    given: "adolf willem-alexander beatrix wilhelmina juliana máxima mark jan-peter wim ruud dries joop piet geert femke jesse sybrand \
        diederik job pim theo ayaan rita gerrit cornelis cornelia hendrikus johannes pieter klaas kees jeroen sander \
        joost bart maarten marten arjen dirk-jan wouter ruben bram daan sjoerd lodewijk alexander elio guy yves herman \
        leo jean-luc kris didier louis-paul hugo harry gerard simon vladimir michail boris joeri viktor volodymyr aleksandr",
    not_given: "per art an page dale may rich son don mei jan-willem max mina ada viola regina stella gene ben will bob kay sue ina \
        victoria nora mia star may rose",
    surnames: "poetin zelensky loekasjenko gorbatsjov jeltsin rutte balkenende wilders kok lubbers verhofstadt leterme",
    places: &[
        "Afghanistan|Albanië|Algerije|Argentinië|Armenië|Australië|Azerbeidzjan|België|Bolivia|Bosnië|Bosnië en Herzegovina|\
         Brazilië|Bulgarije|Cambodja|Chili|China|Congo|Cuba|Cyprus|Denemarken|Duitsland|Egypte|Engeland|Estland|Ethiopië|\
         Filipijnen|Finland|Frankrijk|Georgië|Griekenland|Groot-Brittannië|Hongarije|Ierland|IJsland|India|Indonesië|Irak|\
         Iran|Israël|Italië|Ivoorkust|Japan|Joegoslavië|Jordanië|Kazachstan|Kenia|Kirgizië|Koeweit|Kroatië|Letland|Libanon|\
         Libië|Litouwen|Luxemburg|Macedonië|Maleisië|Marokko|Mexico|Moldavië|Mongolië|Nederland|Nieuw-Zeeland|Noord-Ierland|\
         Noord-Korea|Noorwegen|Oekraïne|Oezbekistan|Oostenrijk|Palestina|Polen|Portugal|Roemenië|Rusland|Saoedi-Arabië|\
         Schotland|Servië|Singapore|Slovenië|Slowakije|Sovjet-Unie|Spanje|Suriname|Syrië|Tadzjikistan|Thailand|Tsjechië|\
         Tsjecho-Slowakije|Tsjetsjenië|Tunesië|Turkije|Vaticaanstad|Verenigd Koninkrijk|Verenigde Arabische Emiraten|\
         Verenigde Staten|Verenigde Staten van Amerika|Vietnam|Wit-Rusland|Belarus|Zuid-Afrika|Zuid-Korea|Zweden|Zwitserland|\
         Wales|Curaçao|Aruba|Nederlandse Antillen",
        "Aken|Almere|Amersfoort|Amsterdam|Antwerpen|Apeldoorn|Arnhem|Athene|Bagdad|Barcelona|Bazel|Berlijn|Boekarest|Boedapest|\
         Breda|Brugge|Brussel|Den Bosch|Den Haag|'s-Gravenhage|Delft|Deventer|Dordrecht|Dresden|Eindhoven|Enschede|Florence|\
         Genève|Gent|Genua|Groningen|Haarlem|Hasselt|Heerlen|Hilversum|Jeruzalem|Kaapstad|Keulen|Kopenhagen|Kortrijk|Leeuwarden|\
         Leiden|Leuven|Lissabon|Londen|Luik|Lyon|Maastricht|Madrid|Marseille|Mechelen|Milaan|Minsk|Moskou|München|Napels|\
         Neurenberg|Nijmegen|Oostende|Parijs|Peking|Praag|Rijsel|Rome|Rotterdam|Sint-Petersburg|Sofia|Straatsburg|Tilburg|Tokio|\
         Turijn|Utrecht|Venetië|Warschau|Wenen|Zürich|Zwolle|Kiev|Charkov|Washington|New York|Paramaribo|Teheran|Havana|Caïro",
        "Afrika|Amerika|Noord-Amerika|Zuid-Amerika|Latijns-Amerika|Azië|Centraal-Azië|Europa|Oceanië|Antarctica|Midden-Oosten|\
         Kaukasus|Krim|Siberië|Scandinavië|Catalonië|Beieren|Saksen|Pruisen|Sicilië|Normandië|Bretagne|Vlaanderen|Wallonië|\
         Brabant|Noord-Brabant|Drenthe|Flevoland|Friesland|Gelderland|Limburg|Noord-Holland|Zuid-Holland|Holland|Overijssel|\
         Zeeland|Oost-Vlaanderen|West-Vlaanderen|Vlaams-Brabant|Henegouwen|Californië|Rijn|Maas|Schelde|Donau|Theems|Noordzee|\
         Oostzee|Middellandse Zee|Zwarte Zee|Alpen|Ardennen|Balkan",
    ],
    not_places: "nice tours male split mobile reading bath bari sale are java essen orange haarlemmermeer lima bergen",
    known_bodies: "Europese Unie|Verenigde Naties|Europese Commissie|Europees Parlement|Europese Raad|Raad van Europa|\
        Europese Centrale Bank|Internationaal Monetair Fonds|Wereldbank|Wereldgezondheidsorganisatie|Veiligheidsraad|\
        Tweede Kamer|Eerste Kamer|Raad van State|Hoge Raad|Witte Huis|Kremlin|Pentagon|Rode Kruis|Amnesty International|\
        Greenpeace|Partij van de Arbeid|Vlaams Belang|Vlaams Blok|GroenLinks|Volkspartij voor Vrijheid en Democratie|\
        Internationaal Strafhof|Joegoslavië-tribunaal|De Telegraaf|de Volkskrant|NRC Handelsblad|De Standaard|De Morgen|\
        Het Laatste Nieuws|Philips|Shell|Unilever|Heineken|Ajax|Feyenoord|PSV|Gazprom|Google|Facebook|Twitter|Microsoft",
    acronyms: "EU VN NAVO OVSE IMF ECB WHO OESO IAEA UNESCO UNICEF FIFA UEFA IOC PVDA VVD CDA D66 PVV SGP CPN VLD SPA CVP PVV FNV \
        CNV KNVB NOS VARA VPRO AVRO TROS RTL VRT BRT RTBF ANP BELGA AFP AP BBC CNN TASS KGB FSB CIA FBI NSA NASA ESA KLM ING \
        ABN NSB SS AIVD MIVD TNO KNMI RIVM PSV AZ",
    place_acronyms: "VS USA DDR BRD USSR",
    abbreviations: "dhr mevr dr drs prof mr ir ing nr blz bijv enz st ca o a d w z",
    ..Tongue::UNKNOWN
};
