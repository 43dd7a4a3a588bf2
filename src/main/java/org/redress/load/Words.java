package org.redress.load;

import java.util.List;
import java.util.Random;

/** Names of people and places that nobody chose and nobody has: syllables put together, so that a search for one finds some cases and not all. */
final class Words {
    private static final List<String> GIVEN = List.of("Ada", "Alban", "Alma", "Amos", "Anna", "Basil", "Bela", "Cato", "Clara", "Cora", "Dora", "Edna", "Elias", "Emil", "Enid", "Ezra", "Fay", "Felix",
            "Flora", "Greta", "Hilda", "Hugo", "Ida", "Ines", "Iris", "Ivo", "Jonas", "Judith", "June", "Karl", "Leah", "Lena", "Levi", "Lois", "Lucian", "Mabel", "Magda", "Marek", "Martha", "Milo", "Mina",
            "Nell", "Nora", "Olga", "Orla", "Oscar", "Otis", "Petra", "Quentin", "Rhoda", "Rufus", "Ruth", "Selma", "Silas", "Sonia", "Stella", "Tamar", "Thea", "Tobias", "Ursula", "Vera", "Viola", "Wanda", "Zita");
    private static final List<String> FIRST = List.of("Ald", "Bram", "Brin", "Cald", "Carn", "Dag", "Dray", "Eld", "Fen", "Garr", "Glen", "Hart", "Hawk", "Holl", "Ing", "Kel", "Kirk", "Lang", "Lind", "Marl",
            "Mor", "Nor", "Oak", "Pem", "Quar", "Rad", "Rush", "Sel", "Stan", "Thorn", "Tor", "Ulv", "Wake", "Wend", "Whit", "Wyn", "Yar", "Zell");
    private static final List<String> LAST = List.of("bourne", "brook", "bury", "by", "combe", "croft", "dale", "den", "field", "ford", "gate", "grave", "ham", "hurst", "ington", "land", "leigh", "low", "mere",
            "more", "ridge", "sey", "shaw", "stead", "stoke", "thorpe", "ton", "well", "wick", "worth");
    private static final List<String> MATTERS = List.of("allotment", "arrears", "assessment", "barrier", "bollard", "boundary", "bridleway", "bursary", "canopy", "cemetery", "chimney", "clearance", "collection",
            "culvert", "ditch", "drainage", "dropped kerb", "eviction", "fence", "flooding", "footpath", "gritting", "gully", "hedge", "homelessness", "invoice", "junction", "kerb", "lamp", "lighting", "litter",
            "meter", "mould", "noise", "overpayment", "parking", "pavement", "permit", "placement", "playground", "pothole", "rebate", "recycling", "refund", "rent", "repairs", "respite", "roof", "rubbish",
            "signpost", "skip", "smoke", "subsidence", "surcharge", "transport", "trees", "tribunal", "verge", "wall", "warden");

    private Words() {}

    static String given(Random random) {
        return one(GIVEN, random);
    }

    static String family(Random random) {
        return one(FIRST, random) + one(LAST, random);
    }

    static String place(Random random) {
        return one(FIRST, random) + one(List.of("er", "el", "in", "a", "o"), random) + one(LAST, random);
    }

    static String matter(Random random) {
        return one(MATTERS, random);
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
