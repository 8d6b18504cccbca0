package dev.envelope.lab.reference.words;

import dev.envelope.lab.reference.file.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What an evaluator understands of a setting: anything else is refused rather than left out of account. */
public final class Fields {

    private static final List<String> REMARKS = List.of("note", "notes", "comment", "description");

    private Fields() {}

    /** Refuses a field that is neither one of {@code known} nor a remark. */
    public static void only(Setting setting, String... known) {
        for (String name : setting.names()) {
            if (!Arrays.asList(known).contains(name) && !REMARKS.contains(name)) {
                throw setting.wrong(name, "only " + String.join(", ", known));
            }
        }
    }

    /** Refuses a field that is neither one of {@code known} or {@code more} nor a remark. */
    public static void only(Setting setting, List<String> known, String... more) {
        only(setting, Stream.concat(known.stream(), Arrays.stream(more)).toArray(String[]::new));
    }

    /** The whole number in the first of the fields {@code names} that is there. */
    public static int count(Setting setting, String... names) {
        return setting.count(
                Arrays.stream(names).filter(setting::has).findFirst().orElse(names[0]));
    }
}
