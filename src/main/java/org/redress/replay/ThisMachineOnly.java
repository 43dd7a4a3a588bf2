package org.redress.replay;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.redress.identity.StartRefused;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;

/** Refuses a demonstration that others can reach, before anything else begins: everybody in it has one password. */
class ThisMachineOnly implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var address = context.getEnvironment().getProperty("server.address", "0.0.0.0");
        if (context.getEnvironment().acceptsProfiles(Profiles.of("demo")) && !isThisMachine(address)) {
            throw new StartRefused("The demonstration is for this machine only, and server.address is " + address
                    + ": leave it at 127.0.0.1, or start without the profile demo.");
        }
    }

    private static boolean isThisMachine(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
