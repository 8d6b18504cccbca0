package dev.envelope.lab.command.serving;

import dev.envelope.lab.command.option.CommandName;
import java.util.List;
import java.util.Optional;

/**
 * The command lines that reach a server, to be handed out.
 *
 * @param address the server's, as they write it
 * @param trust an option of theirs and the space before it, or nothing
 */
record Invitation(String address, String trust) {

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

    /** For the instructor, to begin the first round. */
    String start(String code, String token) {
        return "%s instructor %s %s start --token %s%s".formatted(CommandName.typed(), address, code, token, trust);
    }
}
