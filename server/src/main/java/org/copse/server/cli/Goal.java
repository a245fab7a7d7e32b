package org.copse.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.geoimport.district.District;
import org.copse.geoimport.district.WeightsFile;
import org.copse.planning.Budget;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.Staffing;
import org.copse.planning.problem.Tolerance;
import org.copse.planning.workload.NormProfile;
import org.copse.planning.workload.WorkloadWeights;
import org.copse.server.export.ReportWriter;
import org.jspecify.annotations.Nullable;

/** What is wanted, checked as far as it can be before a file is read. */
final class Goal {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h)?");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,6})-(\\d{1,6})");
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int SMALLEST_USUAL_TEAM = 5;
    private static final int LARGEST_USUAL_TEAM = 9;

    private final PlanGoal options;

    /**
     * Checks the options against each other.
     *
     * @throws Usage naming the option and what it needs
     */
    Goal(PlanGoal options) {
        this.options = options;
        if (options.sectors != null && options.teamSize != null) {
            throw new Usage("--sectors and --team-size exclude each other: give one of them.");
        }
        if (options.budget != null && options.iterations != null) {
            throw new Usage("--budget and --iterations exclude each other: give one of them.");
        }
        profile(options);
        if (!(options.tolerance > 0 && options.tolerance <= 1)) {
            throw new Usage("--tolerance is " + options.tolerance + ": give a share over 0, at most 1, such as 0.15.");
        }
        positive("--officers", options.officers);
        positive("--sectors", options.sectors);
        positive("--threads", options.threads);
        if (options.out == null && !options.dryRun) {
            throw new Usage("--out is missing: name the folder for the results.");
        }
        if (options.out != null && Files.isRegularFile(options.out)) {
            throw new Usage("--out " + options.out + " is a file: name a folder.");
        }
        if (options.teamSize != null) {
            range(options.teamSize);
        }
        budget();
    }

    private static void positive(String option, @Nullable Integer value) {
        if (value != null && value < 1) {
            throw new Usage(option + " is " + value + ": give at least 1.");
        }
    }

    Path out() {
        Path out = options.out;
        if (out == null) {
            throw new IllegalStateException("checked when the goal was made");
        }
        return out;
    }

    NormProfile profile() {
        return profile(options);
    }

    /**
     * Returns the norm profile, which is all that {@code --print-weights} needs of a goal.
     *
     * @throws Usage when it is out of bounds
     */
    static NormProfile profile(PlanGoal options) {
        if (options.profile < 1 || options.profile > 1_000_000) {
            throw new Usage("--profile is " + options.profile + ": give residents per officer, 1 to 1000000.");
        }
        return NormProfile.of(options.profile);
    }

    WorkloadWeights weights() {
        WorkloadWeights starting = profile().startingWeights();
        return options.weights == null ? starting : WeightsFile.read(options.weights, starting);
    }

    Tolerance tolerance() {
        return Tolerance.ofBeats(options.tolerance);
    }

    long seed() {
        return options.seed;
    }

    Budget budget() {
        Long iterations = options.iterations;
        if (iterations != null && iterations < 1) {
            throw new Usage("--iterations is " + iterations + ": give at least 1.");
        }
        Budget budget = iterations != null
                ? Budget.iterations(iterations, options.seed)
                : Budget.time(time(options.budget == null ? "10s" : options.budget), options.seed);
        return options.threads == null ? budget : budget.withThreads(options.threads);
    }

    private static Duration time(String text) {
        Matcher matcher = TIME.matcher(text.strip());
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw new Usage("--budget is \"" + text + "\": give a time such as 500ms, 10s or 2m.");
        }
        long amount = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2) == null ? "s" : matcher.group(2);
        Duration time =
                switch (unit) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofSeconds(amount);
                };
        if (time.compareTo(LONGEST) > 0) {
            throw new Usage("--budget is \"" + text + "\": give at most 24h.");
        }
        return time;
    }

    /** Returns officers and sectors for so many residents. */
    Staffing staffing(double residents, int units) {
        int officers = options.officers == null ? profile().officersFor(residents) : options.officers;
        if (officers > units) {
            throw new Usage("There are " + units + " units for " + officers + " officers"
                    + (options.officers == null ? " that --profile " + options.profile + " asks for" : "")
                    + ": a unit is never split, so give at most " + units + " with --officers.");
        }
        try {
            if (options.sectors != null) {
                return Staffing.sectors(officers, options.sectors);
            }
            if (options.teamSize != null) {
                int[] range = range(options.teamSize);
                return Staffing.teamSize(officers, range[0], range[1]);
            }
        } catch (IllegalArgumentException e) {
            throw new Usage(e.getMessage() + ".");
        }
        return officers < SMALLEST_USUAL_TEAM
                ? Staffing.sectors(officers, 1)
                : Staffing.teamSize(officers, SMALLEST_USUAL_TEAM, LARGEST_USUAL_TEAM);
    }

    private static int[] range(String text) {
        Matcher matcher = RANGE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new Usage("--team-size is \"" + text + "\": give a range such as 5-9.");
        }
        return new int[] {Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))};
    }

    boolean wantsAll() {
        return favour().isEmpty();
    }

    /** Returns the one favour that is asked for; empty when all are. */
    Optional<Favour> favour() {
        String text =
                options.favour == null ? "balanced" : options.favour.strip().toLowerCase(Locale.ROOT);
        return switch (text) {
            case "balanced" -> Optional.of(Favour.BALANCED);
            case "compact" -> Optional.of(Favour.COMPACT);
            case "communities" -> Optional.of(Favour.COMMUNITIES);
            case "least-change" -> Optional.of(Favour.LEAST_CHANGE);
            case "all" -> Optional.empty();
            default ->
                throw new Usage("--favour is \"" + options.favour
                        + "\": give balanced, compact, communities, least-change or all.");
        };
    }

    /** Returns the favour for an abstract graph, which knows neither neighbourhoods nor areas in force. */
    Favour graphFavour() {
        String text =
                options.favour == null ? "compact" : options.favour.strip().toLowerCase(Locale.ROOT);
        return switch (text) {
            case "compact" -> Favour.COMPACT;
            case "cut" -> Favour.CUT;
            default -> throw new Usage("--favour is \"" + options.favour + "\": with --graph give compact or cut.");
        };
    }

    /** Returns the favours to plan for, as far as the district has what they need. */
    Set<Favour> favours(District district) {
        Optional<Favour> one = favour();
        if (one.isPresent()) {
            need(one.get(), district);
            return Set.of(one.get());
        }
        EnumSet<Favour> all = EnumSet.of(Favour.BALANCED, Favour.COMPACT);
        if (district.hasCommunities()) {
            all.add(Favour.COMMUNITIES);
        }
        if (district.hasInForce()) {
            all.add(Favour.LEAST_CHANGE);
        }
        return all;
    }

    private static void need(Favour favour, District district) {
        if (favour == Favour.COMMUNITIES && !district.hasCommunities()) {
            throw new Usage("--favour communities needs neighbourhoods: give --neighbourhoods FILE that covers units.");
        }
        if (favour == Favour.LEAST_CHANGE && !district.hasInForce()) {
            throw new Usage("--favour least-change needs the beats in force: give --in-force FILE that covers units.");
        }
    }

    /** Returns what a report says of the question; {@code beganNanos} is when the first file was read. */
    ReportWriter.Asked asked(long beganNanos) {
        String officersFrom = options.officers != null
                ? "given"
                : "norm profile " + profile().residentsPerOfficer() + " ("
                        + profile().source() + ")";
        String budget = options.iterations != null
                ? options.iterations + " iterations"
                : budget().time().map(Duration::toString).orElse("");
        return new ReportWriter.Asked(officersFrom, budget, beganNanos);
    }
}
