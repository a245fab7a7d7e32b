package org.copse.geoimport.clean;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.copse.geoimport.Role;

/**
 * The names that columns have in files, by role: English, French, Dutch, German and Arabic, and those of well-known
 * sources (census offices, OpenAddresses, the Belgian BeSt addresses). Earlier names are better ones.
 */
final class RoleNames {
    private static final Map<Role, List<String>> NAMES = new EnumMap<>(Role.class);

    /** Columns of dates where the year is in their values or in a column beside them. */
    private static final String QUARTERS = "quarter kwartaal quartal trimestre trimester ربع";

    private static final String WEEKS = "week semaine woche kalenderwoche kw اسبوع أسبوع";

    static {
        put(
                Role.ID,
                "unit_id gss_code geoid cd_sector csector niscode lsoa21cd oa21cd lsoa11cd oa11cd code_insee codeiris"
                        + " code_iris ags unitid sector_id beat_id id code key identifier identifiant kennung schluessel kennziffer"
                        + " schlussel nummer uid uuid معرف رمز");
        put(
                Role.KEY,
                "key code gss_code unit_id geoid cd_sector csector niscode lsoa21cd oa21cd unit id sector area_code"
                        + " areacode cle sleutel schluessel schlussel kennziffer ags معرف رمز");
        put(
                Role.NAME,
                "name naam nom label libelle bezeichnung title titel titre ward_name wardname sectorname"
                        + " sector_name tx_sector_descr_nl tx_sector_descr_fr nom_iris اسم الاسم");
        put(
                Role.POPULATION,
                "population pop residents inhabitants total_population pop_total poptotal population_totale"
                        + " habitants nombre_habitants pmun bevolking inwoners aantal_inwoners einwohner einwohnerzahl bevoelkerung"
                        + " bevolkerung ms_pop السكان عدد_السكان");
        put(
                Role.CATEGORY,
                "category religion crime_type crimetype type categorie kategorie denomination amenity soort art"
                        + " kind class offence offense primary_type offence_type offense_type crime nature infraction delit delict delikt deliktart deliktgruppe tatart misdrijf nature_infraction nature_des_faits type_delit crimecat feit straftat فئة نوع تصنيف جريمة نوع_الجريمة");
        put(
                Role.DATE,
                "date datetime date_time occurred occurred_at reported_date month yearmonth year_month datum maand mois"
                        + " date_heure monat timestamp period periode zeitraum day dag jour tag تاريخ شهر " + QUARTERS
                        + " " + WEEKS);
        put(Role.HOUR, "hour hour_of_day heure uur stunde time tijd uhrzeit ساعة");
        put(
                Role.INITIATOR,
                "initiator initiated_by started_by origin_of_call initiateur initie_par melder initiatiefnemer"
                        + " geinitieerd_door ausgeloest_durch ausgelost_durch veranlasst_durch المبادر");
        put(
                Role.X,
                "lon longitude lng long x_lon epsg:4326_lon lengtegraad laengengrad langengrad laenge lange easting x xcoord"
                        + " x_coord x_coordinate coord_x epsg:31370_x rechtswert rw ostwert ost e easting_m gauss_x x_lambert x_lambert93 lambert_x xl93 x_l93 x_rd rd_x x_wgs84"
                        + " wgs84_x utm_x utm_e utm_ost utm_east abscisse est oosting oost longitude_wgs84 lon_wgs84 long_dd geo_x geo_lon"
                        + " الشرقيات إحداثي_س خط_الطول");
        put(
                Role.Y,
                "lat latitude y_lat epsg:4326_lat breedtegraad breitengrad breite northing y ycoord y_coord y_coordinate"
                        + " coord_y epsg:31370_y hochwert hw nordwert nord n northing_m gauss_y y_lambert y_lambert93 lambert_y yl93 y_l93 y_rd"
                        + " rd_y y_wgs84 wgs84_y utm_y utm_n utm_nord utm_north ordonnee noording noord latitude_wgs84 lat_wgs84 lat_dd"
                        + " geo_y geo_lat الشماليات إحداثي_ص خط_العرض");
        put(
                Role.WKT,
                "wkt geometry_wkt wkt_geometry the_geom geom wkt_geom geometry geometrie shape geo_shape geoshape");
        put(
                Role.NEIGHBOURHOOD,
                "neighbourhood neighborhood nbhd quartier wijk buurt stadtteil ortsteil viertel community" + " حي");
        put(Role.SECTOR, "sector sector_id secteur sektor قطاع");
        put(Role.BEAT, "beat beat_id beat_no beat_nr beat_number beat_code sub_beat subbeat wijkid");
        put(Role.OFFICER, "officer officer_id duty_name agent wijkagent wijkinspecteur inspecteur beamter الشرطي");
        put(
                Role.MINUTES_TO_CENTRE,
                "min_centre minutes_to_centre minutes_to_center min_center minutes_centre"
                        + " minutes_au_centre minuten_naar_centrum minuten_zum_zentrum");
        put(Role.YEAR, "year yr annee jaar jahr سنة عام");
        put(Role.DAY, "day day_of_month dag jour tag يوم");
        put(
                Role.STREET,
                "street street_name streetname streetname_fr streetname_nl streetname_de rue straat straatnaam"
                        + " strasse voie شارع");
        put(Role.HOUSE_NUMBER, "house_number housenumber number numero huisnummer hausnummer nr رقم");
        put(
                Role.POSTCODE,
                "postcode postal_code zip zipcode zip_code code_postal postnummer plz postleitzahl رمز_بريدي رقم_بريدي");
        put(
                Role.TOWN,
                "town city municipality municipality_name_fr municipality_name_nl commune ville gemeente stad"
                        + " gemeinde ort stadt مدينة");
        put(Role.ADDRESS, "address adresse adres anschrift full_address عنوان");
        put(Role.OPENING_HOURS, "opening_hours hours horaires openingsuren oeffnungszeiten offnungszeiten ساعات");
        put(Role.QUESTION, "question vraag frage سؤال");
        put(Role.SAMPLE_SIZE, "n sample_size respondents repondants effectif aantal anzahl");
        put(Role.SHARE, "share percentage percent pct pourcentage aandeel anteil");
    }

    private RoleNames() {}

    private static void put(Role role, String names) {
        NAMES.put(
                role,
                List.of(names.split(" ")).stream()
                        .map(RoleNames::plain)
                        .distinct()
                        .toList());
    }

    /** Returns the names of {@code role}, best first, in the form of {@link #plain}. */
    static List<String> of(Role role) {
        return NAMES.getOrDefault(role, List.of());
    }

    /** Returns {@code Q} or {@code W} where a header says that its column has quarters or weeks. */
    static Optional<String> unitOf(String header) {
        String plain = plain(header);
        return Stream.of(Map.entry("Q", QUARTERS), Map.entry("W", WEEKS))
                .filter(unit -> Stream.of(unit.getValue().split(" "))
                        .map(RoleNames::plain)
                        .anyMatch(plain::equals))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns a header without case, accents, punctuation and Arabic's article. */
    static String plain(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("(?<!\\p{L})ال(?=\\p{L}{3})", "")
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
