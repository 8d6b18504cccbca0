package dev.envelope.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.util.JsonFormat;
import dev.envelope.proto.v1.ErrorCode;
import dev.envelope.server.settings.ServerSettings;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsIT {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder = Path.of("");

    private KeyStore keyStore() throws Exception {
        return keyStore("EC");
    }

    private KeyStore keyStore(String algorithm) throws Exception {
        Path file = Files.createTempFile(folder, "keys", ".p12");
        Files.delete(file);
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private Path pem(String name, String kind, byte[] content) throws Exception {
        String body = Base64.getMimeEncoder().encodeToString(content);
        return Files.writeString(
                folder.resolve(name), "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }

    private ServerSettings.Tls files(KeyStore keys) throws Exception {
        return new ServerSettings.Tls(
                pem("server.crt", "CERTIFICATE", keys.getCertificate("server").getEncoded()),
                pem("server.key", "PRIVATE KEY", keys.getKey("server", PASSWORD).getEncoded()));
    }

    private static SSLContext trusting(KeyStore keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    @Test
    void onePortSpeaksTlsAndPlainText() throws Exception {
        KeyStore keys = keyStore();
        try (TestNetwork network = TestNetwork.startTls(files(keys));
                RawClient secret = new RawClient(trusting(keys)
                        .getSocketFactory()
                        .createSocket(InetAddress.getLoopbackAddress(), network.server.port()));
                RawClient plain = network.join()) {
            secret.send(Messages.OPENING).send(Messages.frame(Messages.hello(1)));
            assertThat(secret.receive().hasWelcome()).isTrue();
            secret.send(Messages.frame(Messages.hello(2)));
            assertThat(secret.lastRefusal()).isEqualTo(ErrorCode.ERROR_CODE_HELLO_EXPECTED);
            plain.send(Messages.frame(Messages.ping(2)));
            assertThat(plain.receive().hasPong()).isTrue();
        }
    }

    @Test
    void webSocketIsSpokenInsideTls() throws Exception {
        KeyStore keys = keyStore();
        try (TestNetwork network = TestNetwork.startTls(files(keys));
                WebSocketClient json = new WebSocketClient(network.server.port(), trusting(keys));
                WebSocketClient binary = new WebSocketClient(network.server.port(), trusting(keys))) {
            json.send(JsonFormat.printer().print(Messages.hello(1)));
            assertThat(json.json().hasWelcome()).isTrue();
            json.send(JsonFormat.printer().print(Messages.submit(2, 5)));
            assertThat(json.json().getReceipt().getNumber()).isEqualTo(5);
            binary.send(Messages.hello(1).toByteArray());
            assertThat(binary.message().hasWelcome()).isTrue();
        }
    }

    @Test
    void certificateThatCannotBeReadIsNamed() {
        ServerSettings.Tls missing = new ServerSettings.Tls(folder.resolve("none.crt"), folder.resolve("none.key"));
        assertThatThrownBy(() -> TestNetwork.startTls(missing)).hasMessageContaining("none.crt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void keyOfAnotherCertificateIsRefusedAtTheStart(String algorithm) throws Exception {
        Path certificate = files(keyStore()).certificateChain();
        byte[] other = keyStore(algorithm).getKey("server", PASSWORD).getEncoded();
        ServerSettings.Tls unlike = new ServerSettings.Tls(certificate, pem("other.key", "PRIVATE KEY", other));

        assertThatThrownBy(() -> TestNetwork.startTls(unlike))
                .hasMessageContaining("other.key")
                .hasMessageContaining("not the key of the certificate");
    }

    @ParameterizedTest
    @CsvSource({"RSA PRIVATE KEY,PKCS #1", "EC PRIVATE KEY,SEC1", "ENCRYPTED PRIVATE KEY,encrypted"})
    void keyOfAnotherFormIsNamedWithTheCommandThatWritesIt(String label, String form) throws Exception {
        KeyStore keys = keyStore();
        ServerSettings.Tls wrong = new ServerSettings.Tls(
                files(keys).certificateChain(),
                pem("wrong.key", label, keys.getKey("server", PASSWORD).getEncoded()));

        assertThatThrownBy(() -> TestNetwork.startTls(wrong))
                .hasMessageContaining("wrong.key")
                .hasMessageContaining(form)
                .hasMessageContaining("openssl pkcs8 -topk8 -nocrypt");
    }

    @Test
    void fileWithoutAKeyIsNamed() throws Exception {
        ServerSettings.Tls none = new ServerSettings.Tls(
                files(keyStore()).certificateChain(), Files.writeString(folder.resolve("empty.key"), ""));

        assertThatThrownBy(() -> TestNetwork.startTls(none)).hasMessageContaining("empty.key: no private key in it");
    }
}
