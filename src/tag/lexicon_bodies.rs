//! Tables of organisations: alliances, state bodies, media, companies.
//!
//! Written for ibid from common knowledge of their English names; names in lower case, one between two bars.

/// Names of bodies that the rules for heads of organisations don't find, or of which every reader knows.
pub(super) const BODIES: &str = "
african union|arab league|european union|united nations|union state|union state of russia and belarus
|commonwealth of independent states|eurasian economic union|north atlantic treaty organization|north atlantic alliance
|collective security treaty organization|organization of the collective security treaty|international monetary fund
|world bank|world trade organization|world health organization|european commission|european parliament
|european council|council of europe|european central bank|european court of human rights|united nations security council
|un security council|un general assembly|security council|general assembly|general staff|world economic forum
|international criminal court|international court of justice|red cross|amnesty international|human rights watch
|greenpeace|transparency international|freedom house|médecins sans frontières|doctors without borders|interpol|europol
|frontex|islamic state|al-qaeda|al qaeda|al-shabab|boko haram|hamas|hezbollah|taliban|muslim brotherhood|fatah
|kremlin|white house|pentagon|state department|department of state|capitol|congress|house of representatives
|house of commons|house of lords|supreme court|constitutional court|state duma|duma|federation council|bundestag
|bundesrat|knesset|verkhovna rada|rada|sejm|seimas|saeima|riksdag|national assembly|supreme soviet|politburo
|central committee|security service of ukraine|secret service|special branch|scotland yard|downing street
|united russia|communist party|labour party|conservative party|democratic party|republican party|liberal democrats
|green party|alternative for germany|national front|national rally|law and justice|fidesz|five star movement
|coordination council|yabloko|just russia|solidarity|belaya rus|viasna|vyasna|tories|labour
|wagner group|wagner pmc|pmc wagner|azov battalion|red army|national guard|rosgvardia|armed forces
|interfax|interfax-ukraine|ria|ria novosti|ria-novosti|tass|itar-tass|belta|belsat|belapan|ukrinform|unian|reuters
|associated press|agence france-presse|bloomberg|xinhua|deutsche welle|radio free europe|radio svaboda|radio liberty
|al jazeera|al-jazeera|al arabiya|russia today|sputnik|meduza|mediazona|novaya gazeta|kommersant|vedomosti|izvestia
|komsomolskaya pravda|pravda|rossiyskaya gazeta|rossiya segodnya|gazeta wyborcza|nasha niva|tut.by|le monde|le figaro
|der spiegel|die welt|die zeit|el país|el pais|la repubblica|the guardian|guardian|washington post|new york times
|wall street journal|financial times|the economist|economist|daily mail|daily telegraph|the telegraph|sunday times
|usa today|los angeles times|moscow times|kyiv post|kyiv independent|time magazine|newsweek|politico|axios|buzzfeed
|fox news|sky news|huffington post|bellingcat|chatham house|carnegie endowment|brookings institution|rand corporation
|atlantic council|rosatom|roskosmos|roscosmos|rosneft|gazprom|gazprombank|lukoil|transneft|novatek|sberbank|vtb
|aeroflot|belavia|belaruskali|belneftekhim|beltransgaz|naftan|naftogaz|ukroboronprom|rusal|norilsk nickel|yukos
|surgutneftegaz|tatneft|rosoboronexport|almaz-antey|kaspersky lab|yandex|vkontakte|telegram|facebook|twitter
|google|microsoft|amazon|intel|nvidia|oracle|cisco|sony|nokia|ericsson|uber|airbnb|paypal|spotify|reddit|linkedin
|amazon.com|alphabet inc|youtube|instagram|tiktok|whatsapp|netflix|tesla|spacex|boeing|airbus
|lockheed martin|raytheon|siemens|volkswagen|bmw|toyota|samsung|huawei|alibaba|goldman sachs|jpmorgan|morgan stanley
|deutsche bank|credit suisse|citigroup|hsbc|barclays|exxon|exxon mobil|exxonmobil|chevron|royal dutch shell|totalenergies|equinor
|enron|mozilla|wikipedia|wikimedia foundation|wikileaks|mossad|shin bet|hizbollah|houthis|irgc|revolutionary guards
|revolutionary guard|quds force|real madrid|manchester united|bayern munich|opec|asean|mercosur|nato|unesco|unicef
|unhcr|comecon|warsaw pact|visegrad group|minsk group|normandy four|shanghai cooperation organization|brics
|federal security service|foreign intelligence service|investigative committee|central election commission
|russian orthodox church|orthodox church|catholic church|roman catholic church|moscow patriarchate
|national strategy institute|institute for the study of war
";

/// Abbreviations of bodies, in capitals.
pub(super) const ACRONYMS: &str = "
eu un nato csto osce imf who wto ecb cis eaeu eeu oecd opec asean unesco unicef unhcr iaea icc icj echr cia fbi nsa
fsb kgb gru svr sbu mvd omon mi5 mi6 bnd ria tass afp ap bbc cnn nbc cbs abc pbs npr rt isw ioc fifa uefa nba nfl nasa
esa ibm bmw hsbc sco brics apec g7 g8 g20 isis isil daesh pkk ypg plo idf ira eta anc bjp ccp cpsu spd cdu csu fdp
afd ukip dup snp dnc gop doj dod dhs epa fda cdc irs sec fed vtb ubs kfc aclu naacp wwf icrc msf hrw efta ebrd eib
adb undp ilo itu wfp fao ifc sipri iiss rusi
";
