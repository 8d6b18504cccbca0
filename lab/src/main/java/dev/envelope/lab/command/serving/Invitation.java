package dev.envelope.lab.command.serving;

import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.seating.Seats;
import dev.envelope.lab.command.option.CommandName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command lines that reach a server, to be handed out.
 *
 * @param address the server's, as they write it
 * @param trust an option of theirs and the space before it, or nothing
 */
record Invitation(String address, String trust) {

    private static final String TOKEN = "TOKEN";

    /**
     * To a server at any of {@code reachable}, each as HOST:PORT.
     *
     * @param certificate which it shows; absent for plain connections
     */
    static Invitation to(List<String> reachable, Optional<ServedCertificate> certificate) {
        if (certificate.isEmpty()) {
            return new Invitation(reachable.get(0), "");
        }
        List<String> hosts = reachable.stream().map(Invitation::host).toList();
        String first = reachable.get(0);
        String port = first.substring(first.lastIndexOf(':'));
        String host = certificate.get().host(hosts).orElse(hosts.get(0));
        String address = "tls://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + port;
        return new Invitation(
                address,
                certificate.get().isBelieved()
                        ? ""
                        : " --ca " + quoted(certificate.get().file().toString()));
    }

    private static String host(String address) {
        return address.substring(0, address.lastIndexOf(':')).replaceAll("[\\[\\]]", "");
    }

    private static String quoted(String file) {
        return file.indexOf(' ') < 0 ? file : '"' + file + '"';
    }

    /** For a person. */
    String join(String code) {
        return "%s join %s %s --name Ann%s".formatted(CommandName.typed(), address, code, trust);
    }

    /** For {@code count} bots. */
    String bots(String code, int count) {
        return "%s bots %s %s --strategy equilibrium --count %d%s"
                .formatted(CommandName.typed(), address, code, count, trust);
    }

    /** For the instructor, to make {@code count} links for people. */
    String invite(String code, int count, String token) {
        return "%s instructor %s %s invite %d --links links.txt --token %s%s"
                .formatted(CommandName.typed(), address, code, count, token, trust);
    }

    /** What brings people and bots into a session of {@code plan} and begins it; they type {@code called} for its code. */
    List<String> lines(Plan plan, String called, String code, String token) {
        int wanted = plan.seats().wanted();
        List<String> lines = new ArrayList<>();
        if (plan.seats().entry() == Seats.Entry.LINKS) {
            lines.add(invite(code, wanted, token));
        } else {
            lines.add(join(called));
            lines.add(bots(code, Math.max(1, wanted - 1)));
        }
        if (plan.seats().start() == Seats.Start.INSTRUCTOR) {
            lines.add(start(code, token));
        }
        return lines;
    }

    /** The same for a session that goes on; {@code waits} says whether its first round has not begun. */
    List<String> again(Plan plan, boolean waits, String called, String code) {
        List<String> lines = new ArrayList<>();
        if (plan.seats().entry() == Seats.Entry.CODE) {
            lines.add(join(called));
        } else if (waits) {
            lines.add(invite(code, plan.seats().wanted(), TOKEN));
        }
        if (waits && plan.seats().start() == Seats.Start.INSTRUCTOR) {
            lines.add(start(code, TOKEN));
        }
        return lines;
    }

    /** For the instructor, to begin the first round. */
    String start(String code, String token) {
        return "%s instructor %s %s start --token %s%s".formatted(CommandName.typed(), address, code, token, trust);
    }
}
