package dev.envelope.lab.reference.words;

import dev.envelope.lab.reference.file.Setting;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Whose types a setting describes: one distribution for so many, one for each, or groups. */
public final class AgentTypes {

    /** The fields that this reads. */
    static final List<String> FIELDS = List.of(
            "value_distribution",
            "value_distributions",
            "distribution",
            "bidders",
            "agents",
            "firms",
            "partners",
            "n",
            "n_bidders",
            "n_agents",
            "n_firms",
            "n_partners");

    private static final List<String> GROUPS = List.of("bidders", "agents", "firms", "partners");
    private static final List<String> COUNTS = List.of("n_bidders", "n_agents", "n_firms", "n_partners", "n");

    private AgentTypes() {}

    /** The types that the fields state. */
    public static List<ValueDistribution> of(Setting setting) {
        return stated(setting, Optional.empty(), -1);
    }

    /** The same where {@code otherwise}, for {@code agents} agents, holds for what no field states. */
    public static List<ValueDistribution> of(Setting setting, Optional<ValueDistribution> otherwise, int agents) {
        return stated(setting, otherwise, agents);
    }

    private static List<ValueDistribution> stated(Setting setting, Optional<ValueDistribution> otherwise, int agents) {
        if (setting.has("value_distributions")) {
            return checked(setting, setting.distributions("value_distributions"));
        }
        for (String group : GROUPS) {
            if (setting.isList(group)) {
                boolean isPlain = setting.objects(group).stream().allMatch(entry -> entry.has("type"));
                return checked(setting, isPlain ? setting.distributions(group) : grouped(setting.objects(group)));
            }
        }
        String field = setting.has("distribution") ? "distribution" : "value_distribution";
        ValueDistribution type =
                otherwise.isPresent() && !setting.has(field) ? otherwise.get() : setting.distribution(field);
        Optional<Integer> count = count(setting);
        if (count.isEmpty() && agents < 0) {
            throw setting.wrong("n_agents", "how many there are");
        }
        return Collections.nCopies(count.orElse(agents), type);
    }

    private static List<ValueDistribution> grouped(List<Setting> groups) {
        List<ValueDistribution> types = new ArrayList<>();
        for (Setting group : groups) {
            types.addAll(Collections.nCopies(group.count("count", 1), group.distribution("value_distribution")));
        }
        return types;
    }

    private static List<ValueDistribution> checked(Setting setting, List<ValueDistribution> types) {
        Optional<Integer> count = count(setting);
        if (count.isPresent() && count.get() != types.size()) {
            throw new IllegalArgumentException(
                    setting.path() + ": " + types.size() + " distributions (expected: " + count.get() + ")");
        }
        return types;
    }

    private static Optional<Integer> count(Setting setting) {
        return COUNTS.stream().filter(setting::has).findFirst().map(setting::count);
    }

    /** Refuses a setting with a field that is not one of {@code known}, which might change the answer. */
    public static void checkFields(Setting setting, List<String> known) {
        for (String name : setting.names()) {
            if (!known.contains(name) && !FIELDS.contains(name)) {
                throw new IllegalArgumentException(
                        setting.path() + "." + name + ": not understood here (expected: one of " + known + ")");
            }
        }
    }
}
