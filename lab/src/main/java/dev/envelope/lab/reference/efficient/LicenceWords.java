package dev.envelope.lab.reference.efficient;

import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.words.AgentTypes;
import dev.envelope.lab.reference.words.Prose;
import dev.envelope.lab.reference.words.StatedTypes;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.licence.Loss;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How files describe a {@link LicenceSetting}: clauses of the model, and fields. */
final class LicenceWords {

    private static final Pattern VALUES = Pattern.compile("(?:v_i|x_i|values) iid (?<type>.+)");
    private static final Pattern FIRMS = Pattern.compile("(?:n ?= ?)?" + Prose.counts() + " firms");
    private static final Pattern LICENCE =
            Pattern.compile("licen[sc]e(?: with (?:an )?externality)?(?: (?:among|for one of) (?:n ?= ?)?"
                    + Prose.counts() + " firms)?");
    private static final Pattern ALWAYS = Pattern.compile("(?:the )?licen[sc]e (?:is )?always (?:allocated|issued)");
    private static final Pattern OUTSIDE = Pattern.compile("outside option (?<option>.+)");
    private static final Pattern LOSER = Pattern.compile(
            "(?:the |each )?losers? (?:suffers? |loses? |bears? |(?:gets?|has|have|receives?) ?(?:-|minus) ?)(?<what>.+)");
    private static final Pattern WINNER =
            Pattern.compile("(?:the )?winner (?:gets|has|gains|receives) \\+?(?:(?:its|the) (?:own )?value|[vx]_i)");
    private static final Pattern CONSTANT = Pattern.compile(
            "(?:a )?(?:constant|fixed) (?:loss )?(?:of )?alpha|a loss of (?:a )?(?:constant )?alpha|alpha \\(a constant\\)");
    private static final Pattern OWN = Pattern.compile(
            "(?:(?:a )?(?:share|fraction) )?alpha ?(?:\\*|times|x|of)? ?(?:(?:its |their )?own value|[vx]_i)(?: \\((?:its|their) own(?: value)?\\))?");
    private static final Pattern WINNERS =
            Pattern.compile("(?:(?:a )?(?:share|fraction) )?alpha ?(?:\\*|times|x|of)? ?(?:the )?winner's value");
    private static final Pattern NOTHING =
            Pattern.compile("0(?: \\(no licen[sc]e (?:is )?issued if a firm stays out\\))?");
    private static final String RIVAL_LICENSED = "(?: \\((?:the )?rival (?:gets|is given) the licen[sc]e.*\\))?";
    private static final Pattern RIVAL = Pattern.compile("(?:the )?rival (?:gets|is given) the licen[sc]e(?: anyway)?");
    private static final Pattern RIVAL_CONSTANT = Pattern.compile("-alpha" + RIVAL_LICENSED);
    private static final Pattern RIVAL_WINNERS =
            Pattern.compile("-alpha ?\\* ?(?:the )?winner's value" + RIVAL_LICENSED);
    private static final Pattern RIVAL_OWN =
            Pattern.compile("-alpha ?\\* ?(?:(?:its )?own value|v_i|x_i)" + RIVAL_LICENSED);

    private LicenceWords() {}

    /** The licence that {@code setting} describes; clauses that are not known are refused. */
    static LicenceSetting licence(Setting setting) {
        Optional<ValueDistribution> type = Optional.of(UniformDistribution.of(0, 1));
        int firms = 2;
        Loss loss = null;
        Optional<String> option = Optional.empty();
        StatedTypes each = new StatedTypes();
        for (String clause : Prose.clauses(setting.text("model"))) {
            Matcher values = VALUES.matcher(clause);
            Matcher outside = OUTSIDE.matcher(clause);
            Matcher loser = LOSER.matcher(clause);
            Matcher count = FIRMS.matcher(clause);
            Matcher licence = LICENCE.matcher(clause);
            if (values.matches()) {
                type = Optional.of(Prose.distribution(values.group("type")));
            } else if (outside.matches()) {
                option = Optional.of(outside.group("option"));
            } else if (loser.matches()) {
                loss = loss(loser.group("what"), setting);
            } else if (count.matches()) {
                firms = Prose.count(count.group(1));
            } else if (licence.matches()) {
                firms = licence.group(1) == null ? firms : Prose.count(licence.group(1));
            } else if (!WINNER.matcher(clause).matches()
                    && !each.read(clause)
                    && !ALWAYS.matcher(clause).matches()) {
                throw setting.wrong("model", "clauses that are known, not: " + clause);
            }
        }
        Loss measure = known(loss, setting);
        return new LicenceSetting(
                each.all().isPresent() ? each.all().get() : AgentTypes.of(setting, type, firms),
                measure,
                setting,
                rules(setting),
                staying(setting, option, measure));
    }

    private static Loss loss(String what, Setting setting) {
        if (CONSTANT.matcher(what).matches()) {
            return Loss.CONSTANT;
        }
        if (OWN.matcher(what).matches()) {
            return Loss.OWN_VALUE;
        }
        if (WINNERS.matcher(what).matches()) {
            return Loss.WINNERS_VALUE;
        }
        throw setting.wrong("model", "a loss of a constant alpha, alpha * own value or alpha * winner's value");
    }

    private static Loss known(@Nullable Loss loss, Setting setting) {
        if (loss == null) {
            throw setting.wrong("model", "what the loser loses");
        }
        return loss;
    }

    private static List<String> rules(Setting setting) {
        return Arrays.stream(
                        setting.text("mechanism", "").toLowerCase(Locale.ROOT).split("\\|", -1))
                .map(String::trim)
                .toList();
    }

    private static LicenceSetting.Staying staying(Setting setting, Optional<String> stated, Loss loss) {
        Optional<String> option = option(setting, stated);
        if (option.isEmpty()) {
            return LicenceSetting.Staying.UNSTATED;
        }
        if (NOTHING.matcher(option.get()).matches()) {
            return LicenceSetting.Staying.NOTHING;
        }
        Pattern amount = switch (loss) {
            case CONSTANT -> RIVAL_CONSTANT;
            case OWN_VALUE -> RIVAL_OWN;
            case WINNERS_VALUE -> RIVAL_WINNERS;
        };
        if (RIVAL.matcher(option.get()).matches()
                || amount.matcher(option.get()).matches()) {
            return LicenceSetting.Staying.RIVAL_LICENSED;
        }
        throw setting.wrong("outside_option", "0, or what is lost where the rival gets the licence");
    }

    private static Optional<String> option(Setting setting, Optional<String> stated) {
        if (!setting.has("outside_option")) {
            return stated;
        }
        return Optional.of(
                setting.isNumber("outside_option")
                        ? Double.toString(setting.number("outside_option")).replaceFirst("\\.0$", "")
                        : setting.text("outside_option").trim().toLowerCase(Locale.ROOT));
    }
}
