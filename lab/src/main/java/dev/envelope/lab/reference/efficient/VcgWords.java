package dev.envelope.lab.reference.efficient;

import dev.envelope.lab.reference.words.Prose;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.VcgMechanism;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How files name VCG with a basis for firms and partners. */
final class VcgWords {

    private static final String OF = "vcg(?:,| with| \\()? ?(?:the )?";
    private static final Pattern NUMBER = Pattern.compile(
            OF + "basis (?:s ?= ?)?(?:" + Prose.numbers() + "|(?<share>alpha ?/ ?\\(1 ?\\+ ?alpha\\)))\\)?");
    private static final Pattern LOWEST =
            Pattern.compile(OF + "(?:lowest[- ]type (?:basis|pivots)|basis of the lowest type)\\)?");
    private static final Pattern OPTIMAL =
            Pattern.compile(OF + "(?:optimal[- ]basis(?: pivots)?|most[- ]reluctant[- ]type (?:basis|pivots))\\)?");

    private VcgWords() {}

    /**
     * The mechanism that {@code text} names, in small letters, for a choice where staying away is worth {@code options}; empty where it
     * names none with a basis.
     */
    static Optional<VcgMechanism> of(String text, ObjectAllocation choice, List<OutsideOption> options) {
        if (OPTIMAL.matcher(text).matches()) {
            return Optional.of(VcgMechanism.withOptimalBasis(choice, options));
        }
        if (LOWEST.matcher(text).matches()) {
            return Optional.of(
                    new VcgMechanism(choice, VcgMechanism.plain(choice).basis(), options));
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return Optional.empty();
        }
        double basis =
                number.group("share") == null ? Prose.number(number.group(1)) : choice.alpha() / (1 + choice.alpha());
        for (int i = 0; i < choice.agents(); i++) {
            if (basis < choice.types().get(i).lower()
                    || basis > choice.types().get(i).upper()) {
                throw new IllegalArgumentException("setting.mechanism: basis " + basis
                        + " (expected: a type that everybody may have, of " + choice.types() + ")");
            }
        }
        return Optional.of(new VcgMechanism(choice, Collections.nCopies(choice.agents(), basis), options));
    }
}
