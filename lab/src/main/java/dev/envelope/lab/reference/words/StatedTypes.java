package dev.envelope.lab.reference.words;

import dev.envelope.theory.distribution.ValueDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types that clauses state one by one, such as {@code v_1 ~ U[0,1]} and {@code v_2 ~ U[0,2]}. */
public final class StatedTypes {

    private static final String OWN = "[vxt]_?(?<who>[1-9])(?: ?~ ?| is | distributed )(?<type>.+)";
    private static final Pattern ONE = Pattern.compile(OWN);
    private static final Pattern AND = Pattern.compile(" and (?=[vxt]_?[1-9])");

    private final SortedMap<Integer, ValueDistribution> types = new TreeMap<>();

    /** Whether {@code clause}, in small letters, states types one by one, which are kept. */
    public boolean read(String clause) {
        String[] parts = AND.split(clause, -1);
        for (String part : parts) {
            if (!ONE.matcher(part).matches()) {
                return false;
            }
        }
        for (String part : parts) {
            Matcher one = ONE.matcher(part);
            boolean isRead = one.matches();
            int who = Integer.parseInt(one.group("who"));
            if (isRead && types.put(who, Prose.distribution(one.group("type"))) != null) {
                throw new IllegalArgumentException(
                        "setting.model: " + clause + " (expected: one distribution of type " + who + ")");
            }
        }
        return true;
    }

    /** All that were stated, in their order; empty where none was. */
    public Optional<List<ValueDistribution>> all() {
        if (types.isEmpty()) {
            return Optional.empty();
        }
        if (types.lastKey() != types.size()) {
            throw new IllegalArgumentException("setting.model: distributions of types " + types.keySet()
                    + " (expected: 1, 2 and so on, none left out)");
        }
        return Optional.of(new ArrayList<>(types.values()));
    }
}
