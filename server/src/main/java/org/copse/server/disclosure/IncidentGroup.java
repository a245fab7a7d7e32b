package org.copse.server.disclosure;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The broad kinds by which incidents are published. Files have categories of their own: a planner says of which kind each is, or that it is left out.
 * What the name says is proposed, in any of the five languages; of a name that says nothing, nothing is proposed.
 */
public enum IncidentGroup {
    VIOLENCE(
            "violen assault robber threat mugging wound murder homicid geweld mishandel overval beroving bedreig slagen vecht agress"
                    + " coups menace vol_avec gewalt korperverletz raub bedroh اعتداء عنف تهديد"),
    DAMAGE(
            "damage vandal arson graffit schade beschadig vernieling brandsticht degradat incendi destruct sachbeschad brandstift zerstor تخريب حريق"),
    THEFT(
            "theft vehicle_crime burglar steal stolen shoplift larcen breaking pickpocket diefstal inbraak gestolen heling vols cambriol larcin diebstahl einbruch"
                    + " gestohlen سرقه نشل"),
    TRAFFIC(
            "traffic parking speed collision road verkeer parkeer parkere snelheid aanrijd circulation stationnement vitesse verkehr parken geschwindigk unfall مرور سرعه"),
    NUISANCE(
            "nuisance noise dispute quarrel ruzie burengerucht voisinage nachbarschaft antisocial anti_social disorder disturb litter public_order overlast geluid lawaai hinder zwerfvuil ordre_public tapage bruit"
                    + " incivil ruhestor larm belastig ordnung ازعاج ضوضاء ضجيج"),
    OTHER("other overig andere autre sonstig divers اخري");

    /** What is never published below the whole: in any place, few people can be meant. */
    private static final List<String> NEVER = stems(
            "domestic sexual sex rape raped rapist hate traffick prostitut indecen intimate_partner family_violen honour child stalk racis discrimin homophob"
                    + " huiselijk intrafamil seksue verkracht aanrand zeden haat mensenhandel partnergeweld kinder eergerelateerd"
                    + " domesti conjugal racial honor sexuel viol! viols! haine haineu traite intrafam enfant feminicid"
                    + " hauslich haeuslich familiar sexu vergewaltig hass menschenhandel partnerschaft missbrauch rassis kind"
                    + " اسري منزلي عاءلي عائلي جنس اغتصاب كراهيه اتجار عنصري تحرش طفل اطفال");

    private static final Pattern MARKS = Pattern.compile("\\p{M}|ـ");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern ARABIC_PREFIX =
            Pattern.compile("(?<=^|_)(?:و|ف)?(?:بال|كال|فال|لل|ال)(?=\\p{IsArabic}{3})");
    private static final char WHOLE_WORD = '!';

    private final List<String> stems;

    IncidentGroup(String stems) {
        this.stems = stems(stems);
    }

    private static List<String> stems(String listed) {
        return Arrays.stream(listed.split(" ")).toList();
    }

    /** Returns the name as it is stored and sent. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the kind of a key. */
    public static Optional<IncidentGroup> find(String key) {
        return Arrays.stream(values()).filter(group -> group.key().equals(key)).findFirst();
    }

    /** Returns whether a category is by its name one of those that are never published by area: domestic, sexual, hate, trafficking. */
    public static boolean isNever(String category) {
        return says(plain(category), NEVER);
    }

    /** Returns the kind that is proposed for a category; empty where its name says nothing, or it is never published. */
    public static Optional<IncidentGroup> propose(String category) {
        String plain = plain(category);
        return says(plain, NEVER)
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(group -> says(plain, group.stems))
                        .findFirst();
    }

    private static boolean says(String plain, List<String> stems) {
        return stems.stream()
                .anyMatch(stem -> stem.indexOf(WHOLE_WORD) > 0
                        ? plain.contains("_" + stem.substring(0, stem.length() - 1) + "_")
                        : plain.contains("_" + stem));
    }

    /** Words without case, accents and articles, each between underscores. */
    private static String plain(String category) {
        String lower = MARKS.matcher(Normalizer.normalize(category.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("")
                .replace('ى', 'ي')
                .replace('ة', 'ه')
                .replace('أ', 'ا')
                .replace('إ', 'ا');
        String joined = "_" + NO_LETTERS.matcher(lower).replaceAll("_") + "_";
        return ARABIC_PREFIX.matcher(joined).replaceAll("");
    }
}
