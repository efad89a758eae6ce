//! Italian.

use super::super::tongue::Tongue;

/// Italian.
pub(super) const TONGUE: Tongue = Tongue {
    code: "it",
    elided: "l d un all dell dall nell sull coll c quell quest sant anch com dov s m t v n bell grand nessun qualcun",
    small: "e ed o od ma però che chi cui dove quando come se perché poiché mentre secondo dopo prima durante con senza su \
        per tra fra da di a ad in al allo alla ai agli alle dal dallo dalla dai dagli dalle del dello della dei degli \
        delle nel nello nella nei negli nelle sul sullo sulla sui sugli sulle col non sì egli ella lui lei loro noi voi \
        io tu si ci vi ne mi ti suo sua suoi sue mio mia nostro nostra vostro questo questa questi queste quello quella \
        quelli quelle ciò anche ancora già sempre mai molto molti molte poco pochi più meno tutto tutti tutte altro \
        altra altri altre ogni alcuni alcune qualche stesso stessa entrambi così allora quindi poi infine inoltre \
        tuttavia invece infatti oggi ieri domani ora qui qua là lì è sono era erano fu furono essere sarà ha hanno aveva \
        avevano può possono deve due tre quattro cinque sei sette otto nove dieci cento mille primo prima primi secondo \
        seconda terzo ultimo ultima nuovo nuova grande nonostante contro verso presso entro oltre sotto sopra dietro \
        attualmente successivamente solo soltanto circa quasi proprio nato nata",
    articles: "il lo la i gli le un uno una l questo questa quel quella al allo alla ai dal dalla del dello della dei \
        degli delle nel nella sul sulla suo sua",
    common: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre lunedì martedì \
        mercoledì giovedì venerdì sabato domenica natale pasqua dio stato stati chiesa repubblica costituzione internet \
        storia guerra medioevo rinascimento nord sud est ovest signor signora capitolo articolo tabella nota pagina \
        descrizione nome opzioni autore copyright esempio vedi",
    titles: "presidente premier ministro ministra cancelliere segretario segretaria generale colonnello capitano comandante \
        maresciallo ammiraglio senatore senatrice deputato deputata sindaco sindaca governatore ambasciatore re regina \
        imperatore imperatrice zar papa vescovo arcivescovo cardinale don padre principe principessa duca duchessa conte \
        contessa marchese professor professore professoressa dottor ingegner dottore dottoressa direttore direttrice capo portavoce giudice \
        procuratore avvocato dittatore leader scrittore scrittrice poeta pittore compositore regista attore attrice \
        cantante filosofo storico giornalista economista allenatore candidato onorevole vicepresidente sottosegretario",
    addresses: "signor signora sig dott dr on",
    fields: "russo russa francese tedesco tedesca italiano italiana britannico britannica americano americana spagnolo \
        bielorusso ucraino ucraina europeo europea cinese turco esteri interno interni difesa economia finanze giustizia \
        nazionale internazionale generale federale centrale esecutivo affari pubblica istruzione socialista comunista \
        democratico popolare superiore suprema",
    surnames_after: 2,
    particles: "de di del della dei degli da dal dalla la lo van von der den al el bin ibn",
    speech: "detto dichiarato affermato annunciato spiegato aggiunto sottolineato ricordato disse dichiarò affermò annunciò \
        dice afferma dichiara annuncia spiega sottolinea ricorda commenta replica conclude",
    surname_endings: "ov ev ova eva enko enka ski sky vich chuk ian escu sson sen ić oğlu",
    in_place: "a ad in",
    place_endings: "burgo grado stan",
    place_nouns: "città provincia regione comune località capitale isola fiume lago monte paese villaggio frazione borgo porto golfo",
    bodies: "ministero università istituto accademia banca partito comitato consiglio commissione corte tribunale assemblea \
        organizzazione federazione confederazione associazione società sindacato agenzia ufficio fondo unione fronte \
        movimento lega gruppo centro fondazione scuola museo biblioteca ospedale osservatorio camera segreteria \
        direzione servizio esercito compagnia alleanza comunità conferenza guardia polizia",
    low_bodies: "ministero università",
    links: "di del dello della dei degli delle d dell l la le gli i per e ed a al alla in nel sul",
    before_body: "giornale quotidiano settimanale rivista agenzia società azienda gruppo partito associazione radio movimento",
    works: "film romanzo libro canzone album opera serie titolo saggio poesia dipinto documentario intitolato intitolata",
    named_after: "via viale piazza corso ponte premio liceo scuola stadio aeroporto ospedale centro università istituto \
        fondazione museo parco stazione medaglia coppa trofeo teorema legge piazzale largo",
    saints: "san santa santo sant santi",
    given: "adolf giorgio sergio matteo silvio romano beppe umberto gianfranco pierluigi pier giancarlo giampaolo gianluca \
        alessandro alessandra chiara elisabetta federica ludovico lodovico leonardo michelangelo galileo benedetto \
        virgilio dante aldo bettino alcide palmiro enzo ennio carlo-azeglio vittorio ruggero goffredo cesare augusto \
        giacomo niccolò nicolò ilaria valentina serena martina donatella ornella annibale camillo cosimo vladimir",
    not_given: "galileo viola violeta gloria vittoria regina rosa stella linda page mark art may mia dario per pier son don said vera \
        marina marino romano carmen angela gene mina ada max dante bella rocco re",
    surnames: "putin zelensky lukashenko gorbaciov eltsin berlusconi renzi prodi andreotti craxi garibaldi mazzini cavour \
        meloni salvini draghi mattarella",
    places: &[
        "Afghanistan|Albania|Algeria|Arabia Saudita|Argentina|Armenia|Australia|Austria|Azerbaigian|Belgio|Bielorussia|\
         Birmania|Bolivia|Bosnia|Bosnia ed Erzegovina|Brasile|Bulgaria|Cambogia|Camerun|Canada|Cecoslovacchia|Cile|Cina|\
         Cipro|Colombia|Corea|Corea del Nord|Corea del Sud|Costa d'Avorio|Croazia|Cuba|Danimarca|Egitto|\
         Emirati Arabi Uniti|Estonia|Etiopia|Filippine|Finlandia|Francia|Georgia|Germania|Giappone|Giordania|Gran Bretagna|\
         Grecia|Inghilterra|Irlanda|Islanda|Israele|Italia|Iugoslavia|Jugoslavia|Kazakistan|Kenya|Kirghizistan|Lettonia|\
         Libano|Libia|Lituania|Lussemburgo|Macedonia|Marocco|Messico|Moldavia|Mongolia|Montenegro|Norvegia|Nuova Zelanda|\
         Paesi Bassi|Palestina|Perù|Polonia|Portogallo|Regno Unito|Repubblica Ceca|Repubblica Dominicana|Romania|Russia|\
         Federazione Russa|Scozia|Serbia|Singapore|Siria|Slovacchia|Slovenia|Spagna|Stati Uniti|Stati Uniti d'America|\
         Sudafrica|Svezia|Svizzera|Thailandia|Tunisia|Turchia|Ucraina|Ungheria|Unione Sovietica|Uruguay|Uzbekistan|\
         Vaticano|Città del Vaticano|San Marino|Venezuela|Olanda|Galles|Prussia",
        "Anversa|Atene|Baghdad|Bari|Barcellona|Basilea|Belgrado|Bergamo|Berlino|Berna|Bologna|Bolzano|Brescia|Bruxelles|\
         Bucarest|Cagliari|Catania|Città del Messico|Colonia|Copenaghen|Cracovia|Cremona|Damasco|Dresda|Dublino|Edimburgo|\
         Ferrara|Firenze|Francoforte|Genova|Ginevra|Gerusalemme|Il Cairo|Istanbul|L'Aia|L'Avana|L'Aquila|Lecce|Lipsia|Lione|\
         Lisbona|Livorno|Londra|Losanna|Lubiana|Lucca|Madrid|Mantova|Marsiglia|Messina|Milano|Minsk|Modena|Monaco di Baviera|\
         Mosca|Napoli|Nizza|Norimberga|Novara|Padova|Palermo|Parigi|Parma|Pavia|Pechino|Perugia|Pescara|Piacenza|Pisa|Pistoia|\
         Praga|Ravenna|Reggio Calabria|Reggio Emilia|Rimini|Roma|Salerno|Salisburgo|San Pietroburgo|Saragozza|Siena|Siracusa|\
         Siviglia|Sofia|Stoccarda|Stoccolma|Strasburgo|Taranto|Teheran|Terni|Tokyo|Torino|Trento|Treviso|Trieste|Udine|Varese|\
         Varsavia|Venezia|Verona|Vicenza|Vienna|Zagabria|Zurigo|New York|Washington|Sebastopoli|Kiev|Odessa|Leningrado",
        "Africa|America|America Latina|Nord America|Sud America|Asia|Europa|Oceania|Antartide|Medio Oriente|Caucaso|Crimea|\
         Siberia|Scandinavia|Catalogna|Baviera|Sassonia|Boemia|Normandia|Bretagna|Provenza|Fiandre|Corsica|Creta|California|\
         Abruzzo|Basilicata|Calabria|Campania|Emilia-Romagna|Friuli|Friuli-Venezia Giulia|Lazio|Liguria|Lombardia|Marche|\
         Molise|Piemonte|Puglia|Sardegna|Sicilia|Toscana|Trentino|Trentino-Alto Adige|Umbria|Valle d'Aosta|Veneto|Istria|\
         Dalmazia|Adriatico|Mediterraneo|mar Nero|mar Baltico|Atlantico|Pacifico|Tirreno|Po|Tevere|Arno|Reno|Danubio|Senna|\
         Tamigi|Alpi|Appennini|Dolomiti|Balcani|Florida|Texas",
    ],
    not_places: "nice tours male split mobile reading bath sale are java essen po marche reno colonia lecce parma orange lima",
    known_bodies: "Unione Europea|Unione europea|Nazioni Unite|Organizzazione delle Nazioni Unite|Commissione europea|\
        Parlamento europeo|Consiglio europeo|Consiglio d'Europa|Banca centrale europea|Fondo Monetario Internazionale|\
        Banca Mondiale|Consiglio di sicurezza|Casa Bianca|Cremlino|Pentagono|Camera dei deputati|Senato|\
        Corte costituzionale|Corte di cassazione|Consiglio di Stato|Quirinale|Palazzo Chigi|Farnesina|Viminale|Montecitorio|\
        Santa Sede|Croce Rossa|Amnesty International|Greenpeace|Partito Democratico|Partito Comunista Italiano|\
        Partito Socialista Italiano|Democrazia Cristiana|Forza Italia|Lega Nord|Movimento 5 Stelle|Fratelli d'Italia|\
        Guardia di Finanza|Arma dei Carabinieri|Corriere della Sera|La Repubblica|La Stampa|Il Sole 24 Ore|Banca d'Italia|\
        Gazprom|Fiat|Eni|Google|Facebook|Twitter|Microsoft|Juventus|Inter|Milan|Hamas|Hezbollah|Al Qaida",
    acronyms: "UE ONU NATO OSCE FMI BCE OMS OCSE AIEA UNESCO UNICEF UNHCR FIFA UEFA CIO PD PCI PSI PSDI DC PRI MSI PDL UDC \
        CGIL CISL UIL RAI ANSA AFP AP BBC CNN TASS KGB FSB GRU CIA FBI NSA NASA ESA ENI ENEL FIAT IBM ISTAT ARCI ANPI",
    place_acronyms: "USA URSS RFT DDR",
    abbreviations: "sig dott prof ing avv on dr art pag cap ecc es n vol",
    ..Tongue::UNKNOWN
};
