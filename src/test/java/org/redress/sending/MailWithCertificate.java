package org.redress.sending;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A real mail server with TLS, whose certificate is for "localhost" and is trusted by those who connect with {@link Trusting}. */
final class MailWithCertificate implements AutoCloseable {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Path STORE = made();

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));

    MailWithCertificate() {
        server.start();
    }

    GreenMail server() {
        return server;
    }

    Map<String, Object> settings() {
        return Map.of("spring.mail.host", "localhost", "spring.mail.port", server.getSmtps().getPort(), "spring.mail.protocol", "smtps",
                "spring.mail.properties.mail.smtps.ssl.socketFactory.class", Trusting.class.getName());
    }

    private static Path made() {
        try {
            var folder = Files.createTempDirectory("certificate");
            var store = folder.resolve("mail.p12");
            var code = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "mail", "-keyalg", "RSA", "-dname", "CN=localhost",
                    "-ext", "san=dns:localhost", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", new String(PASSWORD)).redirectErrorStream(true).start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("keytool: " + code);
            }
            System.setProperty("greenmail.tls.keystore.file", store.toString());
            System.setProperty("greenmail.tls.keystore.password", new String(PASSWORD));
            return store;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Trusts that certificate and no other, as the trust store of Java would after an operator put it there. */
    public static final class Trusting extends SSLSocketFactory {
        private final SSLSocketFactory factory;

        Trusting(SSLSocketFactory factory) {
            this.factory = factory;
        }

        public static SocketFactory getDefault() {
            try (var stream = Files.newInputStream(STORE)) {
                var store = KeyStore.getInstance("PKCS12");
                store.load(stream, PASSWORD);
                var trusted = KeyStore.getInstance("PKCS12");
                trusted.load(null, null);
                trusted.setCertificateEntry("mail", store.getCertificate("mail"));
                var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                managers.init(trusted);
                var context = SSLContext.getInstance("TLS");
                context.init(null, managers.getTrustManagers(), null);
                return new Trusting(context.getSocketFactory());
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return factory.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return factory.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket() throws IOException {
            return factory.createSocket();
        }

        @Override
        public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
            return factory.createSocket(socket, host, port, autoClose);
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return factory.createSocket(host, port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
            return factory.createSocket(host, port, localHost, localPort);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return factory.createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) throws IOException {
            return factory.createSocket(address, port, localAddress, localPort);
        }
    }
}
