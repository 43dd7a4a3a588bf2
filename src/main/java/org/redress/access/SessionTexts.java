package org.redress.access;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.support.GenericConversionService;

/** How an attribute of a session is written: as a text, so that reading a row never makes an object of a class that it names. */
final class SessionTexts extends GenericConversionService {
    SessionTexts() {
        addConverter(Object.class, byte[].class, SessionTexts::write);
        addConverter(byte[].class, Object.class, SessionTexts::read);
    }

    private static byte[] write(Object value) {
        return ((String) value).getBytes(StandardCharsets.UTF_8);
    }

    /** The text; nothing where the bytes are none, such as an object that an earlier version or somebody else has written. */
    private static @Nullable String read(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
