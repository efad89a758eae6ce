//! Languages without tables: only what needs none.

use super::super::tongue::Tongue;

/// Any other language, or an unknown one. Given names that are words in many languages are left out.
pub(super) const TONGUE: Tongue = Tongue {
    not_given: "ada al ali ana anna art asha avi bill dan dale dana dean don elif eve frank gene guy hans ida ines ion \
        jade jan jay jean kay kemal ken kim lou lina linda mark max may mel mia mina mira nora noel nina ole omar per \
        pat ray rob rod rosa rose roman said sam san sara sasha sue sun ted tim tina tom toni tony val vera vic will \
        marin marina nuri ramazan ilham murat emir emine victoria violeta viola gloria carmen regina stella",
    not_places: "male split bergen reading mobile nice bath bari orange essen tours orel are sale man java maine kola",
    acronyms: "NATO UNESCO UNICEF UNHCR OPEC OSCE CSTO OECD IAEA IMF CIA FBI KGB FSB BBC CNN NASA FIFA UEFA IBM BMW",
    place_acronyms: "USA UK USSR UAE",
    ..Tongue::UNKNOWN
};
