package org.redress.reading;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** What a file that is read may ask of us, as the settings say. */
@Configuration
class ReadingConfiguration {

    @Bean
    ReadApart readApart(@Value("${redress.reading.file}") DataSize file, @Value("${redress.reading.pages}") int pages, @Value("${redress.reading.characters}") int characters,
            @Value("${redress.reading.parts}") int parts, @Value("${redress.reading.nesting}") int nesting, @Value("${redress.reading.times}") int times,
            @Value("${redress.reading.within}") Duration within, @Value("${redress.reading.memory}") DataSize memory) {
        return new ReadApart(new Limits(file.toBytes(), pages, characters, parts, nesting, times, (int) within.toSeconds(), (int) memory.toMegabytes()));
    }
}
