//! Units of quantities: signs of the International System of Units (BIPM, SI Brochure, 9th edition) and others in
//! common use, and their names.

use super::super::Unit;

/// The unit whose sign the word is. Case counts: `Mb` isn't `MB`.
pub(super) fn sign(word: &str) -> Option<Unit> {
    Some(match word {
        "nm" => "nm",
        "mm" => "mm",
        "cm" => "cm",
        "m" => "m",
        "km" | "км" => "km",
        "ft" => "ft",
        "yd" => "yd",
        "mi" => "mi",
        "nmi" => "nmi",
        "mm²" => "mm²",
        "cm²" => "cm²",
        "m²" | "m2" | "sqm" => "m²",
        "km²" | "km2" => "km²",
        "ha" | "га" => "ha",
        "cm³" => "cm³",
        "m³" | "m3" => "m³",
        "km³" => "km³",
        "ml" | "mL" => "ml",
        "cl" => "cl",
        "l" | "L" => "l",
        "bbl" | "bbls" => "bbl",
        "mg" => "mg",
        "g" => "g",
        "kg" | "кг" => "kg",
        "kgs" => "kg",
        "t" | "т" => "t",
        "lb" | "lbs" => "lb",
        "oz" => "oz",
        "mph" => "mph",
        "kph" | "kmh" => "km/h",
        "bpd" => "bbl/d",
        "ms" => "ms",
        "min" | "mins" => "min",
        "hr" | "hrs" => "h",
        "Hz" => "Hz",
        "kHz" => "kHz",
        "MHz" => "MHz",
        "GHz" => "GHz",
        "W" => "W",
        "kW" | "KW" => "kW",
        "MW" | "МВт" => "MW",
        "GW" | "ГВт" => "GW",
        "TW" => "TW",
        "Wh" => "Wh",
        "kWh" | "KWh" => "kWh",
        "MWh" => "MWh",
        "GWh" => "GWh",
        "TWh" => "TWh",
        "kJ" => "kJ",
        "MJ" => "MJ",
        "GJ" => "GJ",
        "kcal" => "kcal",
        "V" => "V",
        "kV" => "kV",
        "mAh" => "mAh",
        "hp" => "hp",
        "kB" | "KB" => "kB",
        "MB" => "MB",
        "GB" => "GB",
        "TB" => "TB",
        "PB" => "PB",
        "kbps" | "Kbps" => "kbit/s",
        "Mbps" => "Mbit/s",
        "Gbps" => "Gbit/s",
        "dB" => "dB",
        "kPa" => "kPa",
        "hPa" => "hPa",
        "MPa" => "MPa",
        "kN" => "kN",
        "Bq" => "Bq",
        "mSv" => "mSv",
        "µSv" | "μSv" => "µSv",
        "ppm" => "ppm",
        "pp" => "pp",
        "bcm" => "bcm",
        "kt" => "kt",
        "Mt" => "Mt",
        "Gt" => "Gt",
        _ => return None,
    })
}

/// The unit that the name, in lower case, names in any of its forms.
pub(super) fn named(word: &str) -> Option<Unit> {
    Some(match word {
        "percent" | "pct" | "prozent" | "процент" | "процента" | "процентов" | "procent" | "відсотків"
        | "відсотка" | "працэнтаў" => "%",
        "nanometre" | "nanometres" | "nanometer" | "nanometers" => "nm",
        "millimetre" | "millimetres" | "millimeter" | "millimeters" => "mm",
        "centimetre" | "centimetres" | "centimeter" | "centimeters" => "cm",
        "metre" | "metres" | "meter" | "meters" | "метров" | "метра" | "mètres" | "metros" => "m",
        "kilometre"
        | "kilometres"
        | "kilometer"
        | "kilometers"
        | "kilometern"
        | "километров"
        | "километра"
        | "kilomètres"
        | "kilómetros"
        | "kilometrów"
        | "кілометрів" => "km",
        "inch" | "inches" => "in",
        "foot" | "feet" => "ft",
        "yard" | "yards" => "yd",
        "mile" | "miles" => "mi",
        "hectare" | "hectares" | "hektar" | "гектаров" | "гектара" | "гектарів" => {
            "ha"
        }
        "acre" | "acres" => "acre",
        "millilitre" | "millilitres" | "milliliter" | "milliliters" => "ml",
        "litre" | "litres" | "liter" | "liters" | "litern" | "литров" | "литра" => "l",
        "gallon" | "gallons" => "gal",
        "barrel" | "barrels" | "баррелей" | "barils" => "bbl",
        "milligram" | "milligrams" => "mg",
        "gram" | "grams" | "gramme" | "grammes" => "g",
        "kilogram"
        | "kilograms"
        | "kilogramme"
        | "kilogrammes"
        | "kilo"
        | "kilos"
        | "килограммов"
        | "килограмма" => "kg",
        "tonne" | "tonnes" | "tonnen" | "тонн" | "тонны" | "toneladas" => "t",
        "ton" | "tons" => "ton",
        "kiloton" | "kilotons" | "kilotonne" | "kilotonnes" => "kt",
        "megaton" | "megatons" | "megatonne" | "megatonnes" => "Mt",
        "ounce" | "ounces" => "oz",
        "watt" | "watts" => "W",
        "kilowatt" | "kilowatts" => "kW",
        "megawatt" | "megawatts" | "мегаватт" => "MW",
        "gigawatt" | "gigawatts" => "GW",
        "kilowatt-hour" | "kilowatt-hours" => "kWh",
        "megawatt-hour" | "megawatt-hours" => "MWh",
        "gigawatt-hour" | "gigawatt-hours" => "GWh",
        "terawatt-hour" | "terawatt-hours" => "TWh",
        "volt" | "volts" => "V",
        "kilovolt" | "kilovolts" => "kV",
        "horsepower" => "hp",
        "hertz" => "Hz",
        "megahertz" => "MHz",
        "gigahertz" => "GHz",
        "calorie" | "calories" => "cal",
        "joule" | "joules" => "J",
        "decibel" | "decibels" => "dB",
        "kilobyte" | "kilobytes" => "kB",
        "megabyte" | "megabytes" => "MB",
        "gigabyte" | "gigabytes" => "GB",
        "terabyte" | "terabytes" => "TB",
        "knot" | "knots" => "kn",
        "second" | "seconds" | "sec" | "secs" | "sekunden" | "секунд" | "secondes" => "s",
        "minute" | "minutes" | "minuten" | "минут" | "минуты" => "min",
        "hour" | "hours" | "stunden" | "часов" | "часа" | "heures" => "h",
        "day" | "days" | "tage" | "tagen" | "дней" | "дня" | "jours" => "day",
        "week" | "weeks" | "wochen" | "недель" | "недели" | "semaines" => "week",
        "month" | "months" | "monate" | "monaten" | "месяцев" | "месяца" | "mois" => "month",
        "year" | "years" | "jahre" | "jahren" | "лет" | "года" | "ans" | "años" | "anni" => "year",
        "decade" | "decades" => "decade",
        "century" | "centuries" => "century",
        _ => return None,
    })
}

/// The unit's square.
pub(super) fn square(unit: Unit) -> Option<Unit> {
    Some(match unit {
        "cm" => "cm²",
        "m" => "m²",
        "km" => "km²",
        "ft" => "ft²",
        "yd" => "yd²",
        "mi" => "mi²",
        "in" => "in²",
        _ => return None,
    })
}

/// The unit's cube.
pub(super) fn cube(unit: Unit) -> Option<Unit> {
    Some(match unit {
        "cm" => "cm³",
        "m" => "m³",
        "km" => "km³",
        "ft" => "ft³",
        "yd" => "yd³",
        _ => return None,
    })
}

/// The first unit in a time of the second, as far as that is in use.
pub(super) fn per(unit: Unit, time: &str) -> Option<Unit> {
    Some(match (unit, time) {
        ("km", "h" | "hour" | "ч") => "km/h",
        ("mi", "hour" | "h") => "mph",
        ("m", "s" | "second" | "sec") => "m/s",
        ("km", "s" | "second") => "km/s",
        ("bbl", "d" | "day") => "bbl/d",
        ("m³", "day" | "d") => "m³/d",
        ("m³", "s" | "second") => "m³/s",
        ("l", "s" | "second") => "l/s",
        _ => return None,
    })
}

/// Whether it is a time: what one of the dates' rules may have more to say of.
pub(super) fn time(unit: Unit) -> bool {
    matches!(unit, "s" | "min" | "h" | "day" | "week" | "month" | "year" | "decade" | "century")
}
