package org.redress.sending;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

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
        return settings(server.getSmtps().getPort());
    }

    private static Map<String, Object> settings(int port) {
        return Map.of("spring.mail.host", "localhost", "spring.mail.port", port, "spring.mail.protocol", "smtps",
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

    private static SSLContext encrypting() {
        try (var stream = Files.newInputStream(STORE)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(stream, PASSWORD);
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    /** One that speaks plainly until it is asked to encrypt (RFC 3207), and hands on what comes then to a mail server behind it, which cannot do so itself; it remembers what it heard before. */
    static final class StartingTls implements AutoCloseable {
        private final GreenMail behind = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        private final ServerSocket socket;
        private final List<String> plainly = new CopyOnWriteArrayList<>();

        StartingTls() {
            behind.start();
            try {
                socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            inBackground(this::serve);
        }

        Map<String, Object> settings() {
            return Map.of("spring.mail.host", "localhost", "spring.mail.port", socket.getLocalPort(), "spring.mail.protocol", "smtp",
                    "spring.mail.properties.mail.smtp.ssl.socketFactory.class", Trusting.class.getName());
        }

        /** What anybody on the way could read. */
        List<String> plainly() {
            return plainly;
        }

        GreenMail behind() {
            return behind;
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (var one = socket.accept()) {
                    talk(one);
                } catch (IOException e) {
                    // that conversation is over
                }
            }
        }

        private void talk(Socket one) throws IOException {
            var in = new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.UTF_8));
            Saying.say(one, "220 localhost");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                plainly.add(line);
                if (line.equals("STARTTLS")) {
                    Saying.say(one, "220 go on");
                    handOn(one);
                    return;
                }
                Saying.say(one, line.startsWith("EHLO") ? "250-localhost\r\n250 STARTTLS" : "502 not before STARTTLS");
            }
        }

        private void handOn(Socket plain) throws IOException {
            try (var encrypted = (SSLSocket) encrypting().getSocketFactory().createSocket(plain, null, plain.getPort(), true);
                    var server = new Socket("127.0.0.1", behind.getSmtp().getPort())) {
                encrypted.setUseClientMode(false);
                encrypted.startHandshake();
                var answers = server.getInputStream();
                // its greeting has been said
                for (int sign = answers.read(); sign >= 0 && sign != '\n'; sign = answers.read()) {}
                var back = inBackground(() -> copy(answers, encrypted));
                encrypted.getInputStream().transferTo(server.getOutputStream());
                server.shutdownOutput();
                back.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static void copy(InputStream from, Socket to) {
            try {
                from.transferTo(to.getOutputStream());
                to.close();
            } catch (IOException e) {
                // that conversation is over
            }
        }

        private static Thread inBackground(Runnable work) {
            var thread = new Thread(work, "mail server that starts TLS");
            thread.setDaemon(true);
            thread.start();
            return thread;
        }

        @Override
        public void close() throws IOException {
            socket.close();
            behind.stop();
        }
    }

    /** One with the same certificate that answers a command, or the end of a mail (a full stop), as it is told, and other commands as any does; without a text to say it ends the connection. */
    static final class Saying implements AutoCloseable {
        private final ServerSocket socket;
        private final String command;
        private final @Nullable String answer;

        Saying(String command, @Nullable String answer) {
            this.command = command;
            this.answer = answer;
            try {
                socket = encrypting().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            var thread = new Thread(this::serve, "saying mail server");
            thread.setDaemon(true);
            thread.start();
        }

        Map<String, Object> settings() {
            return MailWithCertificate.settings(socket.getLocalPort());
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (var one = socket.accept()) {
                    talk(one);
                } catch (IOException e) {
                    // that conversation is over
                }
            }
        }

        private void talk(Socket one) throws IOException {
            var in = new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.UTF_8));
            say(one, "220 localhost");
            boolean mail = false;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (mail && !line.equals(".")) {
                    continue;
                }
                if (line.startsWith(command)) {
                    if (answer == null) {
                        return;
                    }
                    say(one, answer);
                } else {
                    say(one, line.equals("DATA") ? "354 go on" : "250 good");
                }
                mail = line.equals("DATA");
            }
        }

        private static void say(Socket one, String line) throws IOException {
            one.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            one.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
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
