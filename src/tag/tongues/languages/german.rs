//! German.

use super::super::tongue::{Cases, Tongue};

/// German.
pub(super) const TONGUE: Tongue = Tongue {
    code: "de",
    nouns_capital: true,
    cases: Cases::German,
    small: "und oder aber denn doch sondern sowie als wie wenn weil dass ob da nachdem bevor während obwohl damit indem \
        sobald solange seit bis zwar auch nur noch schon sehr so dann dort hier nun jetzt heute gestern morgen damals \
        später zuvor zudem außerdem dabei dadurch daher deshalb deswegen trotz trotzdem jedoch dagegen allerdings \
        bereits erst immer wieder nie niemals nicht kein ich du er sie es wir ihr man wer was wann wo warum wieso \
        welche welcher welches mit ohne gegen um durch nach vor über unter zwischen neben hinter aus bei zu zur zum \
        vom von ab an auf im in ins am ans für laut wegen statt je pro via ist sind war waren wird werden wurde wurden \
        hat haben hatte hatten kann können konnte soll sollen sollte muss müssen musste will wollen wollte darf mag \
        sei wäre würde viele einige mehrere manche alle alles etwas nichts mehr weniger fast etwa rund zwei drei vier \
        fünf sechs sieben acht neun zehn elf zwölf hundert tausend erster erste zweiter zweite dritte beide beiden \
        ja nein danke bitte siehe vgl insgesamt anfang ende mitte neue neuer neues neuen große großer großes großen \
        alte alter alten letzte letzten nächste nächsten kurz lange weit gleichzeitig gemeinsam zunächst schließlich \
        vielleicht natürlich offenbar angeblich sogar gerade ebenso weiter weitere weiteren darin darauf dazu davon",
    articles: "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner mein meine dein \
        sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren euer dieser diese \
        dieses diesen diesem jener jene jedes jeder jede jeden jedem beim im am vom zum zur ins ans viele alle",
    common: "januar jänner februar märz april mai juni juli august september oktober november dezember montag dienstag \
        mittwoch donnerstag freitag samstag sonnabend sonntag ostern pfingsten weihnachten deutsche deutscher deutschen \
        deutsches franzose franzosen russe russen ukrainer belarusse belarussen pole polen brite briten amerikaner \
        türke türken grieche griechen italiener spanier europäer chinese chinesen jude juden christ christen muslim \
        muslime englisch deutsch französisch russisch menschen leute jahre jahr tag tage uhr prozent millionen \
        milliarden million milliarde euro dollar cup league kart show open park show kinder frauen männer zeit welt land stadt teil partei regierung \
        staat staaten krieg frieden gericht polizei gott leben recht journalisten gespräche klartext vorwürfe",
    titles: "präsident präsidentin staatspräsident ministerpräsident kanzler kanzlerin minister ministerin premier \
        premierminister staatschef regierungschef parteichef staatssekretär botschafter botschafterin außenminister \
        könig königin kaiser zar papst bischof erzbischof kardinal patriarch prinz prinzessin fürst graf gräfin baron \
        herzog general generalleutnant oberst major hauptmann marschall admiral richter richterin senator senatorin \
        gouverneur bürgermeister bürgermeisterin oberbürgermeister professor professorin doktor direktor chef sprecher \
        sprecherin vorsitzender vorsitzende generalsekretär kommissar kommissarin abgeordneter abgeordnete \
        oppositionsführer oppositionsführerin trainer schauspieler schauspielerin schriftsteller schriftstellerin \
        dichter maler komponist regisseur sänger sängerin philosoph historiker historikerin politiker politikerin \
        journalist journalistin anwalt anwältin unternehmer",
    title_endings: "minister ministerin präsident präsidentin kanzler kanzlerin chef chefin sprecher sprecherin \
        sekretär sekretärin kommissar kommissarin meister meisterin direktor direktorin vorsitzende vorsitzender \
        vorsitzenden führer führerin botschafter botschafterin politiker politikerin general könig königin herzog \
        beauftragte beauftragter bischof trainer spieler autor autorin forscher forscherin experte expertin",
    addresses: "herr herrn frau dr prof",
    fields: "",
    particles: "von vom zu van der den de del di da la le ten ter bin ibn al",
    speech: "sagte sagt erklärte erklärt betonte kündigte forderte fordert kritisierte warnte meinte berichtete teilte \
        schrieb schreibt antwortete behauptete äußerte traf reiste telefonierte dankte lobte drohte versprach \
        unterzeichnete verurteilte bestritt gewann starb",
    surname_endings: "ow ew ows ews enko enka ski sky skij skyj skaja witsch tschuk juk dse schwili jan ian escu \
        sson sen ić oğlu mann meier meyer maier müller schmidt huber auer inger",
    in_place: "in nach aus bei",
    place_endings: "burg hausen furt grad sk polis stan",
    place_nouns: "stadt kreisstadt hauptstadt hafenstadt kleinstadt großstadt provinz kanton bundesland landkreis gemeinde \
        insel dorf ortschaft ostseebad",
    bodies: "ministerium bundesministerium bundesamt landesamt institut universität hochschule akademie verband \
        bundesverband zentralverband organisation stiftung kommission ausschuss komitee agentur behörde amt \
        gesellschaft vereinigung bund union liga partei bank gericht",
    links: "für",
    before_body: "zeitung tageszeitung wochenzeitung zeitschrift magazin nachrichtenmagazin wochenmagazin \
        nachrichtenagentur agentur firma unternehmen konzern partei gruppe organisation verein stiftung sender \
        fernsehsender verlag band",
    works: "film spielfilm dokumentarfilm roman buch lied album oper stück theaterstück serie fernsehserie song gedicht \
        gemälde romans films buches titel",
    named_after: "straße platz allee gasse ufer brücke preis schule gymnasium stadion flughafen stiftung institut \
        universität denkmal museum hotel schloss villa gesetz effekt",
    saints: "sankt st heilige heiliger",
    given: "adolf gottfried heiner battista georg reinhold ludvig edgar buddy duke niccolò rudolph henning jürgen günter günther uwe heiko wladimir alexej alexei sergej andrej dmitrij dmitri nikolaj michail juri \
        jurij wiktor wladislaw wolodymyr swetlana julija ludmilla joseph josef horst gerhard helmut ottmar annegret \
        armin markus söder robert annalena katrin cem claudia olaf christian karl friedrich wilhelm otto konrad willy \
        angela ursula frank-walter walter heinrich johann wolfgang sebastian karl-heinz hans-georg recep xi emmanuel \
        viktor jarosław donald andrzej mateusz aljaksandr anatol maryja",
    not_given: "mark gene ernst per an art jade penny august will mai star page dale rich rose heide wolf kai bob ben \
        max said miss an ion roman regina melanie mine viola violeta victoria linda adel gloria dana",
    surnames: "poroschenko selenskyj lukaschenko gorbatschow jelzin chruschtschow breschnew lawrow tichanowskaja medwedew \
        scholz merz adenauer honecker ulbricht bismarck",
    places: &[
        "Ägypten|Albanien|Algerien|Argentinien|Armenien|Aserbaidschan|Äthiopien|Australien|Belgien|Bosnien|\
         Bosnien und Herzegowina|Brasilien|Bulgarien|Chile|China|Dänemark|Deutschland|Dominikanische Republik|Ecuador|\
         Elfenbeinküste|Estland|Finnland|Frankreich|Georgien|Griechenland|Großbritannien|Indien|Indonesien|Irak|Iran|\
         Irland|Island|Israel|Italien|Jamaika|Japan|Jemen|Jordanien|Jugoslawien|Kambodscha|Kamerun|Kanada|Kasachstan|\
         Katar|Kenia|Kirgisistan|Kirgistan|Kolumbien|Kongo|Korea|Kroatien|Kuba|Lettland|Libanon|Libyen|Liechtenstein|\
         Litauen|Luxemburg|Madagaskar|Marokko|Mazedonien|Nordmazedonien|Mexiko|Moldau|Moldawien|Mongolei|Montenegro|\
         Mosambik|Myanmar|Namibia|Neuseeland|Niederlande|Niederlanden|Nordkorea|Norwegen|Österreich|Pakistan|Palästina|\
         Philippinen|Polen|Portugal|Rumänien|Russland|Rußland|Russische Föderation|Russischen Föderation|Sambia|\
         Saudi-Arabien|Schottland|Schweden|Schweiz|Serbien|Simbabwe|Singapur|Slowakei|Slowenien|Somalia|Sowjetunion|\
         Spanien|Südafrika|Südkorea|Südsudan|Syrien|Tadschikistan|Taiwan|Tansania|Thailand|Tschad|Tschechien|\
         Tschechische Republik|Tschechischen Republik|Tschechoslowakei|Tschetschenien|Tunesien|Türkei|Turkmenistan|\
         Uganda|Ukraine|Ungarn|Usbekistan|Vatikan|Venezuela|Vereinigte Staaten|Vereinigten Staaten|\
         Vereinigte Staaten von Amerika|Vereinigten Staaten von Amerika|Vereinigtes Königreich|Vereinigten Königreich|\
         Vereinigte Arabische Emirate|Vereinigten Arabischen Emirate|Vietnam|Weißrussland|Belarus|Zypern|DDR|\
         Deutsche Demokratische Republik|Deutschen Demokratischen Republik|Bundesrepublik Deutschland",
        "Athen|Bagdad|Bayreuth|Berlin|Bonn|Braunschweig|Breslau|Brüssel|Bukarest|Chemnitz|Danzig|Darmstadt|Dortmund|\
         Dresden|Düsseldorf|Duisburg|Erfurt|Florenz|Frankfurt am Main|Frankfurt an der Oder|Freiburg|Genf|Göttingen|Graz|\
         Hannover|Heidelberg|Innsbruck|Jena|Jerusalem|Kairo|Karlsruhe|Kassel|Kiel|Kiew|Kischinau|Koblenz|Köln|Königsberg|\
         Konstantinopel|Konstanz|Kopenhagen|Krakau|Leipzig|Lemberg|Linz|Lissabon|Lübeck|Ludwigshafen|Lüttich|Luzern|\
         Magdeburg|Mailand|Mainz|Mannheim|Marseille|Minsk|Mönchengladbach|Moskau|München|Münster|Neapel|Nizza|Nürnberg|\
         Odessa|Oldenburg|Osnabrück|Paderborn|Peking|Posen|Potsdam|Prag|Pjöngjang|Regensburg|Reykjavík|Rom|Rostock|\
         Saarbrücken|Salzburg|Sankt Petersburg|St. Petersburg|Sankt Gallen|Schanghai|Schwerin|Sofia|Straßburg|Stuttgart|\
         Teheran|Tiflis|Tokio|Trier|Tübingen|Turin|Ulm|Venedig|Warschau|Wien|Wiesbaden|Wilna|Wolfsburg|Wolgograd|Wuppertal|\
         Würzburg|Zürich|Sewastopol|Charkiw|Mariupol|Cherson|Donezk|Luhansk|Wladiwostok|Sotschi|Grosny|Nowosibirsk|\
         Jekaterinburg|Washington|Den Haag|Brest|Grodno|Gomel|Witebsk|Mogiljow",
        "Bayern|Baden-Württemberg|Brandenburg|Hessen|Mecklenburg-Vorpommern|Niedersachsen|Nordrhein-Westfalen|\
         Rheinland-Pfalz|Saarland|Sachsen|Sachsen-Anhalt|Schleswig-Holstein|Thüringen|Preußen|Schlesien|Pommern|Böhmen|\
         Mähren|Galizien|Siebenbürgen|Südtirol|Tirol|Steiermark|Kärnten|Oberösterreich|Niederösterreich|Vorarlberg|\
         Ostpreußen|Westpreußen|Elsass|Lothringen|Ruhrgebiet|Westfalen|Franken|Schwaben|Europa|Osteuropa|Westeuropa|\
         Mitteleuropa|Asien|Zentralasien|Afrika|Nordafrika|Südamerika|Lateinamerika|Nordamerika|Mittelamerika|Amerika|\
         Sibirien|Kaukasus|Krim|Balkan|Baltikum|Skandinavien|Katalonien|Kalifornien|Sizilien|Korsika|Kreta|Normandie|\
         Bretagne|Toskana|Lombardei|Flandern|Wallonien|Nahen Osten|Naher Osten|Nahost|Donbass|Ostsee|Nordsee|Mittelmeer|\
         Schwarzes Meer|Schwarzen Meer|Atlantik|Pazifik|Rhein|Donau|Elbe|Oder|Weichsel|Wolga|Dnjepr|Themse|Alpen|Karpaten",
    ],
    not_places: "essen halle siegen singen worms hof ahlen hagen bergen split male bari java reading mobile nice",
    known_bodies: "Europäische Union|Europäischen Union|Vereinte Nationen|Vereinten Nationen|Bundestag|Bundestages|\
        Bundestags|Bundesrat|Bundesrates|Bundesregierung|Bundeswehr|Bundesbank|Bundesverfassungsgericht|\
        Bundesverfassungsgerichts|Bundesgerichtshof|Bundeskriminalamt|Bundesnachrichtendienst|Auswärtiges Amt|\
        Auswärtigen Amt|Auswärtige Amt|Auswärtigen Amtes|Europäische Kommission|Europäischen Kommission|EU-Kommission|\
        Europäisches Parlament|Europäischen Parlament|Europäische Parlament|Europaparlament|Europarat|\
        Europäische Zentralbank|Europäischen Zentralbank|Europäischer Gerichtshof|Europäischen Gerichtshof|\
        Internationaler Währungsfonds|Internationalen Währungsfonds|Internationale Währungsfonds|Weltbank|\
        Weltgesundheitsorganisation|Welthandelsorganisation|Internationales Olympisches Komitee|Rotes Kreuz|Roten Kreuz|\
        Rote Kreuz|UN-Sicherheitsrat|Kreml|Weißes Haus|Weißen Haus|Weiße Haus|Weißen Hauses|Pentagon|Staatsduma|Duma|\
        Knesset|Sejm|Deutsche Bank|Deutschen Bank|Deutsche Bahn|Deutschen Bahn|Deutsche Post|Deutschen Post|Lufthansa|\
        Siemens|Volkswagen|Daimler|Gazprom|Rosneft|Greenpeace|Amnesty International|Human Rights Watch|Der Spiegel|\
        Die Zeit|Die Welt|Frankfurter Allgemeine Zeitung|Frankfurter Allgemeinen Zeitung|Süddeutsche Zeitung|\
        Süddeutschen Zeitung|Deutsche Welle|Deutschen Welle|Deutschlandfunk|Google|Facebook|Twitter|Microsoft|Interfax|\
        Sozialdemokratische Partei Deutschlands|Freie Demokratische Partei|Alternative für Deutschland|\
        Bündnis 90/Die Grünen|Wehrmacht|Rote Armee|Roten Armee|Gestapo|Stasi|Ministerium für Staatssicherheit|\
        Taliban|Hamas|Hisbollah|Al-Qaida|Interpol|Europol|Frontex|FC Bayern München|Borussia Dortmund|Bayern München",
    acronyms: "EU UN UNO NATO OSZE OVKS IWF EZB EuGH IAEO IAEA WTO WHO OECD UNESCO UNICEF UNHCR OPEC SPD CDU CSU FDP AFD \
        NPD PDS DKP KPD NSDAP SED BND BKA LKA SEK FSB KGB GRU CIA FBI NSA ARD ZDF NDR WDR MDR BBC CNN DPA AFP AP TASS \
        RTL DGB IOC FIFA UEFA DFB NASA ESA BMW VW SAP BASF RWE EON TÜV ADAC DRK SS SA MFS",
    place_acronyms: "USA DDR BRD UDSSR NRW VAE GUS",
    abbreviations: "bzw ca usw vgl nr str hrsg bd jh st dr prof sog z u a d geb gest mio mrd bspw evtl ggf inkl abs art",
    ..Tongue::UNKNOWN
};
