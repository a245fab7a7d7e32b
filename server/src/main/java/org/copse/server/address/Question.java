package org.copse.server.address;

/**
 * What somebody asks for, read once for all candidates.
 *
 * @param wording its words, without what says in which flat somebody lives
 */
record Question(Wording wording) {
    private static final String FLAT =
            "(?iu)\\b(bus|bte|boîte|boite|box|flat|apt|app|appartement|unit|wohnung)\\.?\\s*[a-z]{0,2}\\d\\w{0,4}\\b";
    private static final String NUMBER_SIGN = "(?iu)(\\bnr\\.?|\\bno\\.|\\bn[°º]|№|\\brقم)\\s*(?=\\d)";

    static Question of(String text) {
        String asked = text.replaceAll(NUMBER_SIGN, " ");
        String without = asked.replaceAll(FLAT, " ");
        return new Question(Wording.of(without.isBlank() ? asked : without));
    }
}
