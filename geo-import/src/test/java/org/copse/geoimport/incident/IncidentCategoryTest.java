package org.copse.geoimport.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.copse.geoimport.incident.IncidentCategory.Sense;
import org.junit.jupiter.api.Test;

class IncidentCategoryTest {

    @Test
    void offenceWithAWeaponOrADrugInItsNameIsAnOffence() {
        reported(
                "ASSAULT W/DANGEROUS WEAPON",
                "DRUGSTORE BURGLARY",
                "THEFT OF DRUGS FROM PHARMACY",
                "ROBBERY",
                "Robbery - weapon",
                "ROBBERY DRUGS",
                "Armed robbery with firearm",
                "Weapon: aggravated assault",
                "Drug-facilitated sexual assault",
                "Theft of firearms",
                "Shots fired / weapon discharged",
                "Discharge of firearm",
                "Brandishing a weapon",
                "Man with gun",
                "Person with a weapon",
                "Drug overdose",
                "Narcotics complaint",
                "Drug house complaint (reported by resident)",
                "Weapon used in assault",
                "Assault on officer serving warrant",
                "Assault during traffic stop",
                "Burglary of drug store",
                "Threatening with an offensive weapon",
                "AGGRAVATED: HANDGUN",
                "AGG ASSLT-FIREARM",
                "human trafficking",
                "Trafficking in persons",
                "Drugs and violence");
    }

    @Test
    void whatPoliceFindAndDoIsFound() {
        found(
                "drugs",
                "possession-of-weapons",
                "NARCOTICS",
                "WEAPONS VIOLATION",
                "OTHER NARCOTIC VIOLATION",
                "CONCEALED CARRY LICENSE VIOLATION",
                "DRUG/NARCOTIC VIOLATIONS",
                "Drug Equipment Violations",
                "Weapon Law Violations",
                "Driving Under the Influence",
                "POSS: CANNABIS 30GMS OR LESS",
                "Possession of drugs with intent to supply",
                "Possession of stolen property",
                "Possession of burglary tools",
                "BURGLARY TOOLS - POSSESS",
                "Trafficking of drugs",
                "Drug trafficking",
                "Weapon found",
                "found weapons",
                "Stop and search",
                "Stop & search: burglary tools",
                "stop_and_search",
                "Traffic stop",
                "Traffic check",
                "Vehicle checks",
                "Warrant - assault",
                "Search warrant",
                "Field interview",
                "Burglary patrol",
                "Proactive policing: robbery",
                "Officer-initiated call",
                "Carrying a knife",
                "Drug offence without violence",
                "Non-violent drug offence",
                "Drug abuse",
                "WeaponPossession",
                "Illegal immigration");
    }

    @Test
    void whoeverIsHurtByADrugOrAWeaponWasHurt() {
        reported(
                "DRUG DELIVERY RESULTING IN DEATH",
                "Drug-related death",
                "ASLT W/ DEADLY WPN",
                "WPN - SHOTS FIRED",
                "Trafficking of women",
                "BURG 2ND DEG - PHARMACY (DRUGS)",
                "UNLAWFUL USE OF WEAPON - ASSAULT",
                "Tir d'arme à feu",
                "Usage d'arme à feu contre une personne",
                "Nuisances liées aux stupéfiants",
                "Overdose de drogue",
                "Overdosis drugs",
                "Drugsdode",
                "Wapengebruik",
                "Drugsgerelateerd geweld",
                "Überdosis Drogen",
                "Drogentoter",
                "Bedrohung unter Waffengewalt",
                "جرعة زائدة من المخدرات",
                "جريمة قتل بسلاح ناري");
        found(
                "PWID cocaine",
                "VUCSA",
                "T-STOP",
                "VEH STOP",
                "DWLS",
                "CRIM POSS WPN 4TH",
                "VDM bezit",
                "Fund von Betäubungsmitteln",
                "Découverte d'armes",
                "Wapenvondst",
                "ضبط مخدرات");
    }

    @Test
    void namesThatDoNotSayAreUnsure() {
        unsure(
                "",
                "not stated",
                "other-crime",
                "Other offences",
                "PROSTITUTION",
                "GAMBLING",
                "LIQUOR LAW VIOLATION",
                "NON-CRIMINAL",
                "Curfew",
                "Found property",
                "90Z",
                "Lost dog",
                "Code 10-66",
                "Search for a child",
                "Mental health",
                "Divers",
                "Sonstige Straftaten",
                "Overige",
                "أخرى");
    }

    @Test
    void streetLevelCrimeOfEnglandAndWales() {
        reported(
                "anti-social-behaviour",
                "bicycle-theft",
                "burglary",
                "criminal-damage-arson",
                "other-theft",
                "public-order",
                "robbery",
                "shoplifting",
                "theft-from-the-person",
                "violent-crime",
                "Violence and sexual offences",
                "Criminal damage and arson");
        found("Possession of weapons", "Drugs");
        unsure("vehicle-crime", "Other crime");
    }

    @Test
    void offencesOfAmericanReports() {
        reported(
                "Simple Assault",
                "Aggravated Assault",
                "Murder and Nonnegligent Manslaughter",
                "Burglary/Breaking & Entering",
                "Larceny/Theft Offenses",
                "Motor Vehicle Theft",
                "Destruction/Damage/Vandalism of Property",
                "Kidnapping/Abduction",
                "Counterfeiting/Forgery",
                "Extortion/Blackmail",
                "Human Trafficking, Commercial Sex Acts",
                "BATTERY",
                "CRIMINAL DAMAGE",
                "CRIM SEXUAL ASSAULT",
                "DECEPTIVE PRACTICE",
                "CRIMINAL TRESPASS",
                "STALKING",
                "INTIMIDATION",
                "DOMESTIC VIOLENCE",
                "THEFT F/AUTO",
                "HIT AND RUN",
                "DISORDERLY CONDUCT",
                "LOUD MUSIC");
    }

    @Test
    void frenchNames() {
        reported(
                "Vols à main armée contre des établissements financiers",
                "Vols avec armes blanches contre des particuliers",
                "Vols violents sans arme contre des femmes sur voie publique",
                "Coups et blessures volontaires criminels ou correctionnels",
                "Violations de domicile",
                "Vol de stupéfiants en pharmacie",
                "Cambriolages de résidences principales",
                "Escroqueries et abus de confiance",
                "Tapage nocturne",
                "Violences à agents lors d'un contrôle",
                "Menaces avec arme",
                "Traite des êtres humains",
                "Agression sexuelle");
        found(
                "Usage de stupéfiants",
                "Trafic et revente sans usage de stupéfiants",
                "Autres infractions à la législation sur les stupéfiants",
                "Port ou détention d'arme(s) prohibée(s)",
                "Détention d'armes",
                "Infractions à la législation sur les armes",
                "Contrôle d'identité",
                "Contrôle routier",
                "Fouille de véhicule",
                "Mandat d'arrêt",
                "Conduite en état d'ivresse",
                "Constaté d'initiative : vol",
                "Infractions aux conditions générales d'entrée et de séjour des étrangers");
    }

    @Test
    void germanNames() {
        reported(
                "Raub, räuberische Erpressung",
                "Gefährliche und schwere Körperverletzung",
                "Wohnungseinbruchdiebstahl",
                "Diebstahl von Betäubungsmitteln aus Apotheken",
                "Waffendiebstahl",
                "Bedrohung mit Schusswaffe",
                "Raubüberfall mit Waffe",
                "Sachbeschädigung",
                "Ruhestörung",
                "Straftaten gegen die sexuelle Selbstbestimmung",
                "Drogerie-Einbruch",
                "Menschenhandel",
                "Verkehrsunfall mit Fahrerflucht");
        found(
                "Rauschgiftdelikte",
                "Verstöße gegen das Betäubungsmittelgesetz",
                "Allgemeine Verstöße nach § 29 BtMG",
                "Illegaler Handel mit und Schmuggel von Rauschgiften",
                "Straftaten gegen das Waffengesetz",
                "Waffenbesitz",
                "Verkehrskontrolle",
                "Drogenfund bei Verkehrskontrolle",
                "Personenkontrolle",
                "Vollstreckung Haftbefehl",
                "Streifenfahrt",
                "Trunkenheit am Steuer",
                "Straftaten gegen das Aufenthalts-, das Asyl- und das Freizügigkeitsgesetz/EU");
        unsure("Straftaten gegen das Leben", "Beförderungserschleichung");
    }

    @Test
    void dutchNamesOfBothCountries() {
        reported(
                "Diefstal met geweld",
                "Diefstal gewapenderhand",
                "Gewapende overval",
                "Diefstal/inbraak woning",
                "Zakkenrollerij",
                "Drugs/drankoverlast",
                "Slagen en verwondingen",
                "Bedreiging met wapen",
                "Inbraak in drogisterij",
                "Burengerucht (relatieproblemen)",
                "Vernieling cq. zaakbeschadiging",
                "Mensenhandel",
                "Huisvredebreuk",
                "Diefstal van verdovende middelen");
        found(
                "Drugshandel",
                "Wapenhandel",
                "Verdovende middelen",
                "Bezit van drugs",
                "Verboden wapendracht",
                "Wapens en springstoffen",
                "Verkeerscontrole",
                "Identiteitscontrole",
                "Huiszoeking",
                "Rijden onder invloed",
                "Ambtshalve vastgesteld",
                "Vreemdelingenwetgeving");
    }

    @Test
    void arabicNames() {
        reported(
                "سرقة",
                "سطو مسلح",
                "اعتداء بسلاح",
                "سرقة مخدرات من صيدلية",
                "السرقة بالإكراه",
                "تهديد بالسلاح",
                "الاتجار بالبشر",
                "شكوى ضوضاء");
        found(
                "حيازة مخدرات",
                "المخدرات",
                "الأسلحة",
                "حمل سلاح",
                "الاتجار بالمخدرات",
                "تفتيش",
                "نقطة تفتيش",
                "مخالفة مرورية",
                "أمر قبض");
    }

    @Test
    void saysWhichWordsDecided() {
        assertThat(IncidentCategory.of("ASSAULT W/DANGEROUS WEAPON").because()).isEqualTo("ASSAULT");
        assertThat(IncidentCategory.of("Stop and search").because()).isEqualTo("Stop and search");
        assertThat(IncidentCategory.of("Stupéfiants").because()).isEqualTo("Stupéfiants");
        assertThat(IncidentCategory.of("Stop and search").rule().orElseThrow().reason())
                .isEqualTo("police find these: \"Stop and search\"");
        assertThat(IncidentCategory.of("other").rule()).isEmpty();
    }

    @Test
    void hostileNamesEnd() {
        for (String name : List.of(
                "not",
                "w/",
                "w/o",
                "without",
                "-",
                " - : / ",
                "no no no",
                "*",
                "a".repeat(100_000),
                "of ".repeat(20_000),
                "\u0000",
                "لا",
                "و",
                "بال")) {
            assertThat(IncidentCategory.of(name).sense()).isEqualTo(Sense.UNSURE);
        }
    }

    private static void reported(String... names) {
        all(Sense.REPORTED, names);
    }

    private static void found(String... names) {
        all(Sense.FOUND, names);
    }

    private static void unsure(String... names) {
        all(Sense.UNSURE, names);
    }

    private static void all(Sense sense, String... names) {
        List<String> wrong = new ArrayList<>();
        for (String name : names) {
            IncidentCategory category = IncidentCategory.of(name);
            if (category.sense() != sense) {
                wrong.add(name + " is " + category);
            }
        }
        assertThat(wrong).as("not " + sense).isEmpty();
    }
}
