//! French.

use super::super::tongue::Tongue;

/// French.
pub(super) const TONGUE: Tongue = Tongue {
    code: "fr",
    elided: "l d qu n s j m t c jusqu lorsqu puisqu quoiqu quelqu aujourd presqu",
    small: "et ou mais donc or ni car que qui quoi dont où quand comme si lorsque puisque tandis afin alors ainsi aussi \
        après avant avec sans sous sur dans par pour vers chez entre contre depuis pendant durant selon malgré outre \
        parmi dès hors à au aux de du des en y il elle ils elles on nous vous je tu me te se lui leur ce cet cette ces \
        cela ceci ça celui celle ceux celles mon ma mes ton ta tes son sa ses notre nos votre vos leurs tout tous toute \
        toutes plus moins très trop peu beaucoup plusieurs certains certaines chaque autre autres même mêmes aucun \
        aucune ne pas non oui encore déjà toujours jamais souvent parfois enfin ensuite puis hier aujourd'hui demain ici \
        là voici voilà est sont était étaient sera seront fut furent a ont avait avaient aura été être avoir fait faire \
        peut peuvent doit doivent deux trois quatre cinq six sept huit neuf dix cent mille premier première premiers \
        second deuxième dernier dernière nouveau nouvelle nouveaux nouvelles grand grande grands grandes petit petite \
        bon bonne pourtant cependant toutefois néanmoins d'abord surtout notamment également environ près loin bien mal \
        malheureusement heureusement selon quant face grâce lors suite fin début né née issu située situé comment \
        pourquoi combien quel quelle quels quelles bref certes actuellement récemment finalement parallèlement",
    articles: "le la les un une des du au aux ce cet cette ces mon ma mes son sa ses notre nos leur leurs l d",
    common: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi \
        jeudi vendredi samedi dimanche noël pâques pentecôte toussaint français française françaises anglais anglaise \
        allemand allemande allemands russe russes ukrainien ukrainiens biélorusse biélorusses polonais italien italiens \
        espagnol espagnols européen européens européenne américain américaine américains chinois japonais turc turcs \
        arabe arabes juif juifs musulman musulmans chrétien chrétiens grec grecs romain romains belge belges autrichien autrichienne autrichiens australien australienne canadienne suédois suédoise norvégien \
        norvégienne danois finlandais néerlandais néerlandaise portugais brésilien argentin mexicain roumain hongrois tchèque \
        suisse \
        suisses canadien canadiens québécois parisien parisiens britannique britanniques dieu état états église \
        république constitution révolution histoire internet web cup kart show open guerre moyen âge renaissance antiquité monsieur \
        madame président messieurs mesdames article chapitre tableau figure section annexe page note notes nord sud \
        est ouest licence version copyright attention exemple remarque voir description nom synopsis options auteur",
    titles: "président présidente premier-ministre ministre chancelier chancelière secrétaire général générale colonel \
        capitaine commandant maréchal amiral lieutenant sénateur sénatrice député députée maire préfet gouverneur \
        ambassadeur ambassadrice roi reine empereur impératrice tsar pape évêque archevêque cardinal abbé père prince \
        princesse duc duchesse comte comtesse baron baronne marquis professeur docteur directeur directrice chef cheffe \
        porte-parole juge procureur avocat avocate commissaire dictateur opposant opposante écrivain écrivaine poète \
        peintre compositeur compositrice réalisateur réalisatrice acteur actrice chanteur chanteuse philosophe \
        historien historienne journaliste économiste entraîneur homme-politique candidat candidate",
    addresses: "m mm mme mlle monsieur madame mademoiselle dr maître",
    fields: "russe français française américain américaine allemand allemande britannique biélorusse ukrainien \
        ukrainienne polonais polonaise italien italienne espagnol espagnole européen européenne chinois chinoise turc \
        turque israélien israélienne iranien iranienne étrangères étranger intérieure sociales publique publics \
        nationale national européennes internationales international internationale général générale adjoint adjointe \
        délégué sortant honoraire élu affaires défense intérieur économie finances justice santé éducation culture \
        agriculture transports travail exécutif centrale central populaire démocratique socialiste communiste \
        supérieure supérieur judiciaire politiques technologie sciences scientifique mondiale mondial économique",
    surnames_after: 2,
    particles: "de du des d la le van von der den ben ibn al el bin da di del dos",
    speech: "déclaré affirmé annoncé estimé souligné expliqué ajouté assuré précisé indiqué dit dénoncé rappelé regretté \
        promis répondu demandé critiqué déclare affirme annonce estime souligne explique ajoute assure précise indique \
        dénonce rappelle regrette confie répond conclut accuse réclame rencontré reçu évoqué",
    surname_endings: "ov ev ov off eff ova eva enko enka ski sky skaïa skaya itch tchouk ouk dze chvili ian escu sson sen \
        ić oğlu ez",
    in_place: "à en vers",
    place_endings: "bourg grad ville sur-Mer stan",
    place_nouns: "ville villes village commune région province département cité capitale île fleuve rivière lac mont \
        désert golfe canton port quartier",
    bodies: "ministère université institut académie banque parti comité conseil commission cour tribunal assemblée \
        organisation fédération confédération association société syndicat agence office bureau fonds union front \
        mouvement ligue groupe centre fondation école musée bibliothèque hôpital observatoire cabinet chambre \
        secrétariat direction service armée compagnie programme alliance communauté conférence haut-commissariat",
    low_bodies: "ministère université",
    links: "de des du de d la le les l et pour à aux au sur en",
    before_body: "journal quotidien hebdomadaire magazine agence société entreprise groupe parti association chaîne radio \
        compagnie mouvement syndicat site revue maison",
    works: "film roman livre chanson album opéra pièce série titre ouvrage essai poème tableau nouvelle documentaire \
        intitulé intitulée",
    named_after: "rue avenue boulevard place quai pont square allée impasse cours prix lycée collège école stade aéroport \
        hôpital centre université institut fondation musée gare station rond-point médaille coupe trophée théorème loi",
    saints: "saint sainte saints st ste san santa são",
    given: "adolf elia emmanuel brigitte françois nicolas jean-luc jean-claude jean-yves édouard élisabeth gabriel gérald jean-marc \
        ségolène dominique rachida valéry charles georges rené marcel gaston léon aristide raymond édith simone jules \
        émile honoré gustave victor gérard étienne jérôme stéphane frédéric sébastien benoît cédric grégory mickaël \
        rémi théo léa chloé manon camille élodie amélie céline hélène agnès bénédicte véronique odile thérèse geneviève \
        martine arlette huguette vladimir alexandre sergueï andreï dmitri mikhaïl iouri viktor volodymyr svetlana \
        ioulia loukachenko anne-marie marie-claude yannick loïc hervé gaëlle maëlle anaïs clémentine mélanie aurélie \
        barthélemy bernadette alphonse auguste théodore eugène ferdinand henri rodolphe józef moïse boniface laurent-désiré",
    not_given: "mark art jade rose page prix may marin rich clément blanche aimé marine an ion son don per noël noel star \
        pascal juste modeste regina max sue pier said violeta viola dale victoria linda",
    surnames: "poutine zelensky loukachenko medvedev eltsine gorbatchev khrouchtchev staline lénine mitterrand \
        chirac sarkozy pompidou pétain clemenceau mélenchon zemmour tikhanovskaïa lavrov tolstoï dostoïevski \
        voltaire molière rousseau descartes balzac proust",
    places: &[
        "Afghanistan|Afrique du Sud|Albanie|Algérie|Allemagne|Andorre|Arabie saoudite|Argentine|Arménie|Australie|\
         Autriche|Azerbaïdjan|Bahreïn|Belgique|Bénin|Biélorussie|Bélarus|Birmanie|Bolivie|Bosnie|Bosnie-Herzégovine|\
         Brésil|Bulgarie|Cambodge|Cameroun|Chili|Chine|Chypre|Colombie|Corée|Corée du Nord|Corée du Sud|Costa Rica|\
         Côte d'Ivoire|Croatie|Danemark|Égypte|Egypte|Émirats arabes unis|Équateur|Espagne|Estonie|États-Unis|Etats-Unis|\
         États-Unis d'Amérique|Éthiopie|Ethiopie|Finlande|Géorgie|Grande-Bretagne|Grèce|Guinée|Guinée équatoriale|Porto Rico|Haïti|Hongrie|Inde|\
         Indonésie|Irak|Irlande|Islande|Israël|Italie|Jamaïque|Japon|Jordanie|Kirghizistan|Kirghizie|Koweït|Lettonie|\
         Liban|Libye|Lituanie|Macédoine|Malaisie|Maroc|Mauritanie|Mexique|Moldavie|Mongolie|Monténégro|Mozambique|\
         Namibie|Népal|Norvège|Nouvelle-Zélande|Ouganda|Ouzbékistan|Palestine|Pays-Bas|Pérou|Pologne|Portugal|\
         République centrafricaine|République démocratique du Congo|République dominicaine|République tchèque|Tchéquie|\
         Roumanie|Royaume-Uni|Russie|Fédération de Russie|Sénégal|Serbie|Singapour|Slovaquie|Slovénie|Somalie|Soudan|\
         Soudan du Sud|Suède|Suisse|Syrie|Tadjikistan|Tanzanie|Tchad|Tchécoslovaquie|Tchétchénie|Thaïlande|Tunisie|\
         Turkménistan|Turquie|Union soviétique|Uruguay|Vatican|Viêt Nam|Vietnam|Yémen|Yougoslavie|Zambie|France|\
         Angleterre|Écosse|Ecosse|Pays de Galles|Algerie|Maurice|Comores|Djibouti|Érythrée|Gabon|Madagascar|Philippines",
        "Alger|Anvers|Athènes|Bagdad|Bâle|Barcelone|Berne|Beyrouth|Bruges|Bruxelles|Bucarest|Cologne|Copenhague|Cracovie|\
         Damas|Dresde|Édimbourg|Florence|Francfort|Gand|Gênes|Genève|Hambourg|Jérusalem|Kiev|La Haye|La Havane|\
         Lausanne|Le Caire|Leningrad|Lisbonne|Londres|Luxembourg|Marseille|Mexico|Milan|Minsk|Moscou|Munich|Naples|Nantes|\
         Nice|Nuremberg|Paris|Pékin|Prague|Rennes|Rome|Saint-Pétersbourg|Saint-Étienne|Salonique|Séville|Sotchi|Strasbourg|\
         Téhéran|Tbilissi|Toulouse|Bordeaux|Lyon|Lille|Montpellier|Reims|Le Havre|Grenoble|Dijon|Angers|Nîmes|Toulon|Brest|\
         Le Mans|Amiens|Limoges|Metz|Besançon|Perpignan|Orléans|Mulhouse|Rouen|Caen|Nancy|Avignon|Poitiers|Versailles|\
         Cannes|Calais|Dunkerque|Bayonne|Pau|La Rochelle|Turin|Varsovie|Venise|Vérone|Vienne|Zurich|Tokyo|Le Cap|\
         New York|Washington|Montréal|Québec|Dakar|Abidjan|Casablanca|Tunis|Tripoli|Kharkiv|Marioupol|Sébastopol|Odessa|\
         Donetsk|Lougansk|Grozny|Volgograd|Vladivostok|Brazzaville|Kinshasa|Ouagadougou|Bamako|Niamey|Charleroi|Liège|Namur",
        "Afrique|Afrique du Nord|Afrique de l'Est|Afrique de l'Ouest|Amérique|Amérique centrale|Caroline du Nord|\
         Caroline du Sud|Amérique du Nord|Amérique du Sud|Amérique latine|Antarctique|Arctique|Asie|\
         Asie centrale|Europe|Europe de l'Est|Europe du Nord|Europe du Sud|Europe occidentale|Europe orientale|Europe centrale|Océanie|Moyen-Orient|Proche-Orient|Maghreb|Sahel|Caucase|\
         Balkans|Crimée|Donbass|Sibérie|Scandinavie|Catalogne|Andalousie|Bretagne|Normandie|Alsace|Lorraine|Bourgogne|\
         Provence|Aquitaine|Auvergne|Bavière|Saxe|Prusse|Toscane|Sicile|Sardaigne|Corse|Lombardie|Flandre|Wallonie|\
         Californie|Floride|Texas|Louisiane|Île-de-France|Ile-de-France|Picardie|Champagne|Languedoc|Limousin|Savoie|\
         Gironde|Loire|Seine|Rhône|Rhin|Danube|Tamise|Volga|Garonne|Méditerranée|mer Noire|mer Baltique|Atlantique|\
         Pacifique|Alpes|Pyrénées|Jura|Vosges|Cachemire|Kurdistan|Palestine|Cisjordanie|bande de Gaza|Tibet|Galice|\
         Guadeloupe|Martinique|Guyane|La Réunion|Nouvelle-Calédonie|Polynésie française|Nouvelle-Angleterre",
    ],
    not_places: "tours nice pau orange split male reading mobile bath mans bari java sale maine vienne are orel lima",
    known_bodies: "Union européenne|Nations unies|Nations Unies|Organisation des Nations unies|Commission européenne|\
        Parlement européen|Conseil européen|Conseil de l'Europe|Banque centrale européenne|Cour européenne des droits de \
        l'homme|Fonds monétaire international|Banque mondiale|Organisation mondiale de la santé|Conseil de sécurité|\
        Organisation mondiale du commerce|Organisation du traité de l'Atlantique nord|Assemblée nationale|Sénat|Conseil constitutionnel|Conseil d'État|Cour de \
        cassation|Cour pénale internationale|Élysée|Matignon|Quai d'Orsay|Kremlin|Maison-Blanche|Maison Blanche|Pentagone|\
        Douma|Congrès|Saint-Siège|Croix-Rouge|Amnesty International|Reporters sans frontières|Médecins sans frontières|\
        Greenpeace|Parti socialiste|Parti communiste français|Parti communiste|Les Républicains|La République en marche|\
        Front national|Rassemblement national|La France insoumise|Europe Écologie Les Verts|Armée rouge|Légion étrangère|\
        Gestapo|Comité international olympique|Agence France-Presse|Le Monde|Le Figaro|Libération|L'Express|Radio France|Charlie Hebdo|Gazprom|Total|Renault|Peugeot|Airbus|Air France|Google|Facebook|Twitter|\
        Microsoft|Hamas|Hezbollah|Taliban|Al-Qaïda|État islamique|Interpol|Europol|Interfax|Académie française",
    acronyms: "UE ONU OTAN OSCE OTSC FMI BCE OMS OMC OCDE AIEA UNESCO UNICEF HCR CPI CEDH OPEP CIO FIFA UEFA PS PCF UMP LR \
        RPR UDF FN RN LFI EELV MODEM CGT CFDT FO MEDEF SNCF RATP EDF GDF CNRS INSEE INSERM CNES CEA ENA AFP AP BBC CNN TASS \
        KGB FSB GRU CIA FBI NSA DGSE DGSI GIGN CRS CSA TF1 M6 RTL RFI NASA ESA BNP IBM OAS FLN FARC ETA IRA PKK MSF RSF",
    place_acronyms: "USA URSS RFA RDA RDC",
    abbreviations: "m mm dr st ste av bd cf etc art p pp vol éd n chap fig env",
    ..Tongue::UNKNOWN
};
