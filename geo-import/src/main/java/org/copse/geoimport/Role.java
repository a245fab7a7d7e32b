package org.copse.geoimport;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column means. */
public enum Role {
    /** Identifies the feature within its layer. */
    ID,
    /** The name that people read. Never a key: names repeat. */
    NAME,
    /** Residents. */
    POPULATION,
    /** In a table: the id of the unit that a row is about. */
    KEY,
    /** Category of an incident, type of a place, religion of a place of worship. */
    CATEGORY,
    /** Day, month or instant of an incident. */
    DATE,
    /** Day of the month, 1..31, beside a column of months. */
    DAY,
    /** Hour of the day, 0..23. */
    HOUR,
    /** Who started an incident: resident, police, unknown. */
    INITIATOR,
    /** Longitude or easting of a point in a table. */
    X,
    /** Latitude or northing of a point in a table. */
    Y,
    /** Geometry as well-known text. */
    WKT,
    /** Neighbourhood or community of a unit. */
    NEIGHBOURHOOD,
    /** Sector of a unit or a beat. */
    SECTOR,
    /** Beat of a unit, or the id of a beat in force. */
    BEAT,
    /** Officer of a beat. */
    OFFICER,
    /** Minutes on the way to the centre. */
    MINUTES_TO_CENTRE,
    /** Year of a row in a table with several, or beside a column of months. */
    YEAR,
    /** Street name of an address. */
    STREET,
    /** House number of an address. */
    HOUSE_NUMBER,
    /** Postal code of an address. */
    POSTCODE,
    /** Town of an address. */
    TOWN,
    /** Address in one line. */
    ADDRESS,
    /** Opening hours. */
    OPENING_HOURS,
    /** Question of a survey. */
    QUESTION,
    /** Number of answers of a survey. */
    SAMPLE_SIZE,
    /** Share of a survey's answers. */
    SHARE;

    /** Returns the name used on the command line: {@code house-number}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the role of this key, in any case and with hyphens or underscores, or empty. */
    public static Optional<Role> findByKey(String key) {
        String name = key.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
    }
}
