package dev.envelope.lab.reference.file;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a case asks for, such as {@code win_probability_of_bidder_1(weak)}: a name, whom it is about, and remarks.
 *
 * @param text as the file has it
 * @param name in small letters, without the agent at its end and without remarks in brackets after its beginning
 * @param agent who is meant, from 0, where the name ends so
 */
public record Quantity(String text, String name, OptionalInt agent) {

    private static final Pattern REMARK = Pattern.compile("(?<=.)\\s*(\\([^)]*\\)|\\[[^]]*])");
    private static final Pattern AGENT = Pattern.compile(
            "_(?:of|for)_(?:each_|every_|any_)?(?:bidder|agent|player|firm|partner)(?:_(?<agent>[1-9][0-9]{0,3}))?$"
                    + "|_(?:that_)?(?:bidder|agent|player|firm|partner)_(?<named>[1-9][0-9]{0,3})(?=$|_wins$)");

    /** The quantity that a file calls {@code text}. */
    public static Quantity parse(String text) {
        String plain = REMARK.matcher(text.trim().toLowerCase(Locale.ROOT)).replaceAll("");
        Matcher form = AGENT.matcher(plain);
        if (!form.find()) {
            return new Quantity(text, plain, OptionalInt.empty());
        }
        String agent = form.group("agent") == null ? form.group("named") : form.group("agent");
        return new Quantity(
                text,
                plain.substring(0, form.start()) + plain.substring(form.end()),
                agent == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(agent) - 1));
    }

    @Override
    public String toString() {
        return text;
    }
}
