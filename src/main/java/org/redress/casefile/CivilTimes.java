package org.redress.casefile;

import org.hibernate.cfg.MappingSettings;
import org.springframework.boot.autoconfigure.orm.jpa.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Civil dates and times go to the database as they are, not by way of instants in the JVM's zone (WD-13). */
@Configuration
class CivilTimes {
    @Bean
    HibernatePropertiesCustomizer civilTimesAsTheyAre() {
        return properties -> properties.put(MappingSettings.JAVA_TIME_USE_DIRECT_JDBC, true);
    }
}
