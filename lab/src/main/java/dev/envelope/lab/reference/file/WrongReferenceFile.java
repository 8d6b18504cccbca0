package dev.envelope.lab.reference.file;

import java.util.List;

/** The refusal of a file that is not one of reference cases. */
public final class WrongReferenceFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongReferenceFile(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
