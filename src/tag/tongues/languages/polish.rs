//! Polish.

use super::super::tongue::{Cases, Tongue};

/// Polish.
pub(super) const TONGUE: Tongue = Tongue {
    code: "pl",
    cases: Cases::Polish,
    small: "i a ale oraz lub albo czy że żeby aby gdy kiedy gdzie jak jako jeśli jeżeli ponieważ bo więc zatem jednak \
        natomiast także też również po przed przez dla od do na nad pod przy za ze z w we o u ku bez między podczas według \
        wobec wśród poza około obok mimo nie tak on ona ono oni one ja ty my wy się sobie go mu jej ich im jego swój swoje \
        swoją swoim ten ta to ci te tego tej tych tym tą tę tamten który która które których któremu którym co kto nic \
        nikt wszyscy wszystko wszystkie każdy każda inny inna inne jest są był była było byli były będzie będą być ma mają \
        miał miała może mogą musi już jeszcze zawsze nigdy teraz dziś dzisiaj wczoraj jutro tu tutaj tam tylko bardzo \
        więcej mniej wiele wielu kilka kilku dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć sto tysiąc \
        pierwszy pierwsza pierwsze drugi druga trzeci ostatni nowy nowa nowe wielki duży mały obecnie następnie potem \
        później wcześniej jednocześnie ponadto niestety oczywiście",
    articles: "ten ta to te tego tej tych tym tą tę jego jej ich swój swoje każdy",
    common: "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień stycznia lutego \
        marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia poniedziałek wtorek środa \
        czwartek piątek sobota niedziela bóg boga kościół państwo internet polak polacy polaków polakom niemiec niemcem \
        rosjanin rosjanie rosjan ukraińcy ukraińców białorusini anglicy francuzi amerykanie żydzi żydów żyd europejczycy \
        szwajcar francuz anglik niemiec włoch hiszpan austriak holender szwed norweg duńczyk fin czech słowak węgier rumun \
        bułgar grek turek amerykanin kanadyjczyk brytyjczyk ukrainiec białorusin litwin belg portugalczyk pan pani rozdział artykuł tabela zobacz uwaga opis nazwa autor",
    titles: "prezydent premier minister kanclerz sekretarz generał pułkownik kapitan marszałek admirał senator poseł posłanka \
        burmistrz wojewoda ambasador król królowa cesarz car papież biskup arcybiskup kardynał ksiądz książę księżna \
        hrabia profesor doktor dyrektor szef szefowa przewodniczący rzecznik rzeczniczka sędzia prokurator adwokat \
        dyktator przywódca lider liderka pisarz pisarka poeta poetka malarz kompozytor reżyser aktor aktorka piosenkarz \
        filozof historyk dziennikarz dziennikarka ekonomista trener kandydat kandydatka wiceprezydent wicepremier prezes \
        prezydenta prezydentem prezydentowi premiera premierem ministra ministrem",
    addresses: "pan pani pana panu panem panią dr prof",
    fields: "spraw zagranicznych wewnętrznych obrony narodowej finansów sprawiedliwości zdrowia edukacji rosyjski rosyjskiego \
        polski polskiego białoruski białoruskiego ukraiński ukraińskiego niemiecki niemieckiego amerykański generalny \
        generalnego najwyższego narodowego europejskiej europejskiego",
    surnames_after: 1,
    particles: "von van de la der bin ibn al",
    speech: "powiedział powiedziała oświadczył oświadczyła stwierdził stwierdziła dodał dodała zapowiedział ogłosił poinformował \
        poinformowała podkreślił podkreśliła zaznaczył wyjaśnił skomentował napisał odpowiedział zapewnił ocenił mówi mówił \
        uważa twierdzi przyznał ostrzegł",
    surname_endings: "ski cki dzki ska cka dzka ow ew owa ewa enko icz czuk uk wicz ian escu sson sen ić oğlu",
    in_place: "w we do z ze pod koło",
    place_endings: "burg grad burgu gradu grodzie",
    place_nouns: "miasto mieście miasta miastem wieś wsi województwo województwie gmina gminie powiat powiecie rzeka rzeki \
        jezioro wyspa wyspie miejscowość miejscowości stolica stolicy dzielnica dzielnicy region regionie",
    bodies: "ministerstwo uniwersytet politechnika akademia instytut bank partia komitet rada komisja sąd trybunał \
        zgromadzenie organizacja federacja stowarzyszenie towarzystwo agencja biuro fundusz unia front ruch liga grupa \
        centrum fundacja muzeum biblioteka szpital izba urząd służba wojsko straż prokuratura kancelaria związek sojusz \
        ministerstwa ministerstwie uniwersytetu uniwersytecie instytutu",
    low_bodies: "",
    links: "do na rzecz ds dla i w przy",
    before_body: "gazeta gazety gazecie dziennik dziennika tygodnik agencja agencji firma firmy spółka partia partii stacja telewizja",
    works: "film filmu filmie powieść powieści książka książki książce piosenka album albumu opera serial serialu wiersz obraz tytuł pt",
    named_after: "ulica ulicy ul aleja alei al plac placu pl most nagroda nagrody imienia im szkoła liceum stadion lotnisko \
        uniwersytet pomnik muzeum rondo twierdzenie prawo",
    saints: "święty święta świętego świętej św san saint santa",
    given: "adolf lech bronisław donald jarosław andrzej mateusz ewa beata aleksander wojciech tadeusz józef stanisław kazimierz \
        władysław zygmunt jadwiga bolesław mieczysław leszek jerzy jan paweł=pawł piotr michał łukasz tomasz krzysztof \
        grzegorz marek=mark radosław zbigniew ryszard henryk roman adam=adam jakub kuba maciej rafał sławomir mirosław \
        małgorzata agnieszka katarzyna barbara elżbieta krystyna magdalena zofia teresa ewa ewelina joanna hanna halina \
        irena danuta beata bożena renata iwona dorota wisława fryderyk ignacy juliusz cyprian adam czesław witold witalij \
        aleksandr uładzimir władimir siergiej dmitrij michaił wołodymyr wiktor swiatłana julia ołeksandr alaksandr",
    not_given: "per art an page may rich son don mina ada regina stella gene ben will bob kay sue ina jury mark mel maj \
        viola ale pat kim ma to jest",
    surnames: "putin łukaszenka zełenski wałęsa kaczyński tusk kwaśniewski piłsudski mickiewicz słowacki chopin kopernik \
        jelcyn gorbaczow stalin lenin hitler trump biden merkel macron",
    places: &[
        "Afganistan|Albania|Algieria|Arabia Saudyjska|Argentyna|Armenia|Australia|Austria|Azerbejdżan|Belgia|Białoruś|\
         Białorusi|Bośnia i Hercegowina|Brazylia|Bułgaria|Chile|Chiny|Chin|Chinach|Chorwacja|Cypr|Czechy|Czech|Czechach|\
         Czechosłowacja|Czeczenia|Dania|Egipt|Estonia|Etiopia|Filipiny|Finlandia|Francja|Grecja|Gruzja|Hiszpania|Holandia|\
         Indie|Indii|Indiach|Indonezja|Irak|Iran|Irlandia|Islandia|Izrael|Japonia|Jordania|Jugosławia|Kanada|Kazachstan|\
         Kolumbia|Korea Północna|Korei Północnej|Korea Południowa|Korei Południowej|Kuba|Liban|Libia|Litwa|Łotwa|Luksemburg|\
         Macedonia|Malta|Maroko|Meksyk|Mołdawia|Mongolia|Niemcy|Niemiec|Niemczech|Niemcami|Norwegia|Nowa Zelandia|Pakistan|\
         Palestyna|Peru|Polska|Polski|Polsce|Polskę|Polską|Portugalia|Republika Czeska|Rosja|Federacja Rosyjska|\
         Federacji Rosyjskiej|Rumunia|Serbia|Singapur|Słowacja|Słowenia|Stany Zjednoczone|Stanów Zjednoczonych|\
         Stanach Zjednoczonych|Stanami Zjednoczonymi|Syria|Szkocja|Szwajcaria|Szwecja|Tadżykistan|Tajlandia|Tunezja|Turcja|\
         Ukraina|Uzbekistan|Watykan|Wenezuela|Węgry|Węgier|Węgrzech|Wielka Brytania|Wielkiej Brytanii|Wielką Brytanię|Wietnam|\
         Włochy|Włoch|Włoszech|Związek Radziecki|Związku Radzieckiego|Związku Radzieckim|Anglia|Walia|Zjednoczone Emiraty Arabskie",
        "Ateny|Aten|Atenach|Bagdad|Barcelona|Belgrad|Berlin|Berno|Białystok|Bratysława|Bruksela|Bukareszt|Budapeszt|Bydgoszcz|\
         Bydgoszczy|Częstochowa|Damaszek|Drezno|Dublin|Elbląg|Florencja|Frankfurt|Gdańsk|Gdynia|Genewa|Gliwice|Gniezno|Grodno|\
         Hamburg|Jerozolima|Katowice|Katowic|Katowicach|Kijów|Kijowa|Kijowie|Kijowem|Kielce|Kielc|Kielcach|Kolonia|Kopenhaga|\
         Kraków|Krakowa|Krakowie|Krakowem|Leningrad|Lizbona|Londyn|Lublin|Lwów|Lwowa|Lwowie|Łódź|Łodzi|Madryt|Mediolan|Mińsk|\
         Monachium|Moskwa|Neapol|Nowy Jork|Nowego Jorku|Nowym Jorku|Norymberga|Olsztyn|Opole|Opolu|Oslo|Paryż|Paryża|Paryżu|\
         Paryżem|Pekin|Petersburg|Sankt Petersburg|Płock|Poznań|Poznania|Poznaniu|Praga|Radom|Ryga|Rzeszów|Rzeszowa|Rzeszowie|\
         Rzym|Rzymu|Rzymie|Sofia|Sopot|Sztokholm|Szczecin|Tallin|Tarnów|Tbilisi|Teheran|Tokio|Toruń|Torunia|Toruniu|Wałbrzych|\
         Warszawa|Waszyngton|Wenecja|Wiedeń|Wiednia|Wiedniu|Wilno|Wilna|Wilnie|Witebsk|Wrocław|Wrocławia|Wrocławiu|Zakopane|\
         Zakopanem|Zurych|Charków|Charkowa|Charkowie|Sewastopol|Brześć|Brześcia|Brześciu|Soczi|Genua|Haga|Hadze",
        "Afryka|Ameryka|Ameryka Północna|Ameryki Północnej|Ameryka Południowa|Ameryki Południowej|Azja|Azja Środkowa|Europa|\
         Europy Wschodniej|Bliski Wschód|Bliskiego Wschodu|Bliskim Wschodzie|Kaukaz|Krym|Syberia|Skandynawia|Bałkany|Bałkanów|\
         Bałkanach|Galicja|Mazowsze|Mazowszu|Małopolska|Wielkopolska|Śląsk|Górny Śląsk|Górnego Śląska|Górnym Śląsku|\
         Dolny Śląsk|Dolnego Śląska|Dolnym Śląsku|Pomorze|Pomorzu|Mazury|Mazurach|Warmia|Podlasie|Podlasiu|Kaszuby|Podhale|\
         Prusy|Prus|Prusach|Saksonia|Bawaria|Bałtyk|Morze Bałtyckie|Morza Bałtyckiego|Morze Czarne|Morza Czarnego|Wisła|Odra|\
         Bug|Dunaj|Ren|Wołga|Karpaty|Karpat|Karpatach|Tatry|Tatr|Tatrach|Sudety|Alpy|Alpach|Katalonia|Kalifornia|Donbas|Sycylia",
    ],
    not_places: "nice tours male split mobile reading bath bari sale are java orange bug ren lima opole",
    known_bodies: "Unia Europejska|Unii Europejskiej|Unię Europejską|Unią Europejską|Komisja Europejska|Komisji Europejskiej|\
        Komisję Europejską|Parlament Europejski|Parlamentu Europejskiego|Rada Europy|Rady Europy|Rada Europejska|\
        Rady Europejskiej|Organizacja Narodów Zjednoczonych|Organizacji Narodów Zjednoczonych|Europejski Bank Centralny|\
        Międzynarodowy Fundusz Walutowy|Międzynarodowego Funduszu Walutowego|Bank Światowy|Banku Światowego|Sejm|Sejmu|\
        Sejmie|Senat|Senatu|Trybunał Konstytucyjny|Trybunału Konstytucyjnego|Sąd Najwyższy|Sądu Najwyższego|\
        Prawo i Sprawiedliwość|Prawa i Sprawiedliwości|Platforma Obywatelska|Platformy Obywatelskiej|\
        Polskie Stronnictwo Ludowe|Sojusz Lewicy Demokratycznej|Solidarność|Armia Krajowa|Armii Krajowej|Armia Czerwona|\
        Armii Czerwonej|Biały Dom|Białego Domu|Kreml|Kremla|Kremlu|Pentagon|Czerwony Krzyż|Gazeta Wyborcza|Gazety Wyborczej|\
        Gazecie Wyborczej|Rzeczpospolita|Orlen|Gazprom|Google|Facebook|Twitter|Microsoft|Narodowy Bank Polski|\
        Ministerstwo Spraw Zagranicznych|Ministerstwa Spraw Zagranicznych",
    acronyms: "UE ONZ NATO OBWE MFW EBC WHO OECD UNESCO UNICEF FIFA UEFA MKOL PIS PO PSL SLD PZPR AK NBP PKP PKN PAP TVP TVN MSZ \
        MSWIA MON ABW CBA IPN NIK GUS ZUS NFZ KGB FSB GRU CIA FBI NSA NASA ESA AFP AP BBC CNN TASS SB UB NKWD SS UPA WOŚP",
    place_acronyms: "USA ZSRR RFN NRD PRL RP",
    abbreviations: "r w ul al pl prof dr św im np m tzw ok tys mln mld zł ur zm godz nr gen płk mgr inż ks bp",
    ..Tongue::UNKNOWN
};
