package org.redress.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Browsers in which somebody has signed in before: what others do at the same address does not hinder them there. The browser has a
 * cookie for the sign-in page only, with a random number of its own and a seal for each of the last people who signed in, without their
 * names. It opens nothing.
 */
@Component
@ConditionalOnWebApplication
class KnownBrowsers {
    private static final String COOKIE = "REDRESS-BROWSER";
    private static final String KEY = "redress.browsers";
    private static final int PEOPLE = 5;
    private static final Duration KEPT = Duration.ofDays(400);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final boolean https;

    KnownBrowsers(ManagementService management, @Value("${redress.https}") boolean https) {
        this.key = new SecretKeySpec(Base64.getUrlDecoder().decode(key(management)), "HmacSHA256");
        this.https = https;
    }

    /** The same for all nodes, and after a start. */
    private static String key(ManagementService management) {
        if (!management.getProperties().containsKey(KEY)) {
            try {
                management.setProperty(KEY, random(32));
            } catch (ProcessEngineException e) {
                // another node was faster
                if (!management.getProperties().containsKey(KEY)) {
                    throw e;
                }
            }
        }
        return management.getProperties().get(KEY);
    }

    /** The browser's number, if this person has signed in with it. */
    Optional<String> of(HttpServletRequest request, String person) {
        var parts = parts(request);
        return parts.stream().skip(1).anyMatch(seal -> same(seal, seal(parts.get(0), person))) ? Optional.of(parts.get(0)) : Optional.empty();
    }

    /** This person has signed in here. */
    void remember(HttpServletRequest request, HttpServletResponse response, String person) {
        var parts = parts(request);
        var number = parts.isEmpty() ? random(16) : parts.get(0);
        var seals = Stream.concat(Stream.of(seal(number, person)), parts.stream().skip(1)).distinct().limit(PEOPLE);
        var cookie = ResponseCookie.from(COOKIE, number + "." + String.join(".", seals.toList())).path(SignInPages.SIGN_IN).maxAge(KEPT)
                .httpOnly(true).secure(https).sameSite("Lax").build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static List<String> parts(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Stream::of).filter(cookie -> cookie.getName().equals(COOKIE)).map(Cookie::getValue).limit(1)
                .filter(value -> value.matches("[\\w-]{22}(\\.[\\w-]{43}){1," + PEOPLE + "}")).flatMap(value -> Stream.of(StringUtils.delimitedListToStringArray(value, "."))).toList();
    }

    private String seal(String number, String person) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return encode(mac.doFinal((number + " " + person).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return encode(random);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
