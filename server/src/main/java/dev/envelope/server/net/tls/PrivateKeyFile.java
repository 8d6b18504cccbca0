package dev.envelope.server.net.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The private key in a PEM file: PKCS #8, not encrypted. What it cannot be is said with the command that makes it so. */
final class PrivateKeyFile {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ((?:[A-Z0-9]+ )*PRIVATE KEY)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final String EXPECTED = " (expected: one private key in PEM, PKCS #8 and not encrypted)";

    /** What signs with a key, by the algorithm of the key. */
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA", "DSA", "SHA256withDSA");

    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "DSA", "RSASSA-PSS");
    private static final byte[] SAMPLE = "one key signs, the other one verifies".getBytes(StandardCharsets.UTF_8);

    private PrivateKeyFile() {}

    /**
     * The private key in {@code file} that belongs to {@code certified}.
     *
     * @throws IOException saying what is wrong with the file
     */
    static PrivateKey read(Path file, PublicKey certified) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (!block.find()) {
            throw new IOException("no private key in it" + EXPECTED);
        }
        if (!block.group(1).equals("PRIVATE KEY")) {
            throw new IOException(
                    kind(block) + EXPECTED + "; openssl pkcs8 -topk8 -nocrypt -in " + file + " -out NEW writes it so");
        }
        PrivateKey key = parse(block.group(2), certified.getAlgorithm());
        if (!belong(key, certified)) {
            throw new IOException("it is not the key of the certificate, which has another public key"
                    + " (expected: the two that were made together)");
        }
        return key;
    }

    private static String kind(Matcher block) {
        if (block.group(1).startsWith("ENCRYPTED") || block.group(2).contains("ENCRYPTED")) {
            return "an encrypted private key";
        }
        return switch (block.group(1)) {
            case "RSA PRIVATE KEY" -> "a private key in PKCS #1";
            case "EC PRIVATE KEY" -> "a private key in SEC1";
            default -> "a private key of the kind \"" + block.group(1) + '"';
        };
    }

    /** The certificate's algorithm comes first, for a key of another one may look alike. */
    private static PrivateKey parse(String base64, String first) throws IOException {
        byte[] content = Base64.getMimeDecoder().decode(base64);
        GeneralSecurityException unreadable = new GeneralSecurityException("no algorithm");
        Set<String> algorithms = new LinkedHashSet<>(List.of(first));
        algorithms.addAll(ALGORITHMS);
        for (String algorithm : algorithms) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(content));
            } catch (GeneralSecurityException other) {
                unreadable = other;
            }
        }
        throw new IOException("no private key that can be read" + EXPECTED, unreadable);
    }

    /** Whether what {@code key} signs is verified by {@code certified}; taken for granted where nothing here can sign with it. */
    private static boolean belong(PrivateKey key, PublicKey certified) {
        if (!key.getAlgorithm().equals(certified.getAlgorithm())) {
            return false;
        }
        String name = SIGNATURES.get(key.getAlgorithm());
        if (name == null) {
            return true;
        }
        try {
            Signature signature = Signature.getInstance(name);
            signature.initSign(key);
            signature.update(SAMPLE);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(SAMPLE);
            return signature.verify(signed);
        } catch (GeneralSecurityException unlike) {
            return false;
        }
    }
}
