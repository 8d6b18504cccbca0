package dev.envelope.lab.reference.efficient;

import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.words.AgentTypes;
import dev.envelope.lab.reference.words.Prose;
import dev.envelope.lab.reference.words.StatedTypes;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How files describe a {@link PartnershipSetting}: clauses of the model, and fields. */
final class PartnershipWords {

    private static final Pattern PARTNERS = Pattern.compile("(?:n ?= ?)?" + Prose.counts()
            + " (?<equal>equal )?partners(?<shares> (?:with|of|who hold) equal shares)?");
    private static final Pattern VALUES = Pattern.compile(
            "(?:each values the whole (?:firm|partnership)? ?at v_i(?:,)? iid|values iid|v_i iid) (?<type>.+)");
    private static final Pattern STATUS_QUO = Pattern.compile("status quo payoff v_i/" + Prose.counts());
    private static final Pattern TWO_SHARES = Pattern.compile("shares r and 1 ?- ?r");
    private static final Pattern EQUAL_SHARES = Pattern.compile("(?:with )?equal shares|shares 1/n(?: each)?");
    private static final Pattern ONE_SHARE =
            Pattern.compile("(?:one (?:partner )?(?:holds|owns|has)|shares?) (?:a share )?r"
                    + "|(?:and )?the (?:others?|rest)(?: partners)? (?:hold |own |have )?\\(1 ?- ?r\\)/(?:\\(n ?- ?1\\)|[1-9])(?: each)?"
                    + "|\\(1 ?- ?r\\)/(?:\\(n ?- ?1\\)|[1-9])(?: each)?");
    private static final Pattern STATED_SHARES =
            Pattern.compile("shares " + Prose.numbers() + " and " + Prose.numbers());
    private static final Pattern LIST_OF_SHARES =
            Pattern.compile("shares [\\[(]" + Prose.numbers() + "(?: ?, ?" + Prose.numbers() + ")+[\\])]");

    private PartnershipWords() {}

    /** The partnership that {@code setting} describes; clauses that are not known are refused. */
    static PartnershipSetting partnership(Setting setting) {
        Optional<ValueDistribution> type = Optional.empty();
        StatedTypes each = new StatedTypes();
        int partners = -1;
        int statusQuo = -1;
        boolean isEqual = false;
        List<Double> written = List.of();
        for (String clause : Prose.clauses(setting.text("model", ""))) {
            Matcher who = PARTNERS.matcher(clause);
            Matcher values = VALUES.matcher(clause);
            Matcher quo = STATUS_QUO.matcher(clause);
            Matcher shares = STATED_SHARES.matcher(clause);
            if (who.matches()) {
                partners = Prose.count(who.group(1));
                isEqual = who.group("equal") != null || who.group("shares") != null;
            } else if (values.matches()) {
                type = Optional.of(Prose.distribution(values.group("type")));
            } else if (quo.matches()) {
                statusQuo = Prose.count(quo.group(1));
            } else if (shares.matches()) {
                written = List.of(Prose.number(shares.group(1)), Prose.number(shares.group(2)));
            } else if (EQUAL_SHARES.matcher(clause).matches()) {
                isEqual = true;
            } else if (LIST_OF_SHARES.matcher(clause).matches()) {
                written = Pattern.compile(Prose.numbers())
                        .matcher(clause)
                        .results()
                        .map(share -> Prose.number(share.group(1)))
                        .toList();
            } else if (!each.read(clause)
                    && !ONE_SHARE.matcher(clause).matches()
                    && (!TWO_SHARES.matcher(clause).matches() || partners != 2)) {
                throw setting.wrong("model", "clauses that are known, not: " + clause);
            }
        }
        List<ValueDistribution> types =
                each.all().isPresent() ? each.all().get() : AgentTypes.of(setting, type, partners);
        if ((partners >= 0 && types.size() != partners) || (statusQuo >= 0 && statusQuo != types.size())) {
            throw setting.wrong("model", "one number of partners, and a status quo of equal shares");
        }
        List<Double> stated = shares(setting, written);
        List<Double> equal = Collections.nCopies(types.size(), 1.0 / types.size());
        boolean isFixed = isEqual || statusQuo > 0 || !stated.isEmpty();
        return new PartnershipSetting(
                types, isFixed ? Optional.of(stated.isEmpty() ? equal : stated) : Optional.empty(), setting);
    }

    /** As a list, in the words of the model, or by the share r of the first. */
    private static List<Double> shares(Setting setting, List<Double> written) {
        if (setting.has("r")) {
            return List.of(setting.number("r"), 1 - setting.number("r"));
        }
        return setting.has("shares") ? setting.numbers("shares") : written;
    }
}
