#!/usr/bin/env python3
"""How fast and how well addresses are found: a million generated addresses, 2,000 questions with mistakes in them.

  bench/addresses.py --server http://127.0.0.1:8080 [--addresses 1000000] [--questions 2000] [--user planner --password …] [--seed 1]

Writes a CSV of addresses with Dutch, French and German street names, imports it into the server over its interface, waits until it is searched, and
asks. Each question has one mistake: a letter put in, left out or changed, two neighbours swapped, marks left out, or a short form. It is right when
the first answer is the very house. Prints the share of right first answers, by mistake, and times of the whole request over HTTP. Shares no code with
the server. Only the standard library. Start the server with COPSE_ADDRESSES_PERMINUTE=1000000: it answers one address 600 times a minute else.
"""
import argparse, http.client, http.cookiejar, json, random, re, sys, time, unicodedata, urllib.error, urllib.parse, urllib.request, uuid

NL = ("Akker Appel Bakker Berken Beuken Bloemen Boeren Boom Boter Brouwers Burcht Dijk Distel Doorn Duinen Eiken Elzen Essen Ganzen Gerst Haan Haver Hazelaar Heide "
      "Herders Hertog Hoeve Hoorn Hout Hulst Iepen Jagers Kapel Kasteel Kastanje Kerk Kers Klaver Klooster Koning Kreeft Kruis Kuipers Leeuwerik Leem Lelie Linden Maas "
      "Markt Meeuwen Meidoorn Merel Molen Mosselen Munt Nachtegaal Noord Olmen Oost Oranje Paarden Palm Papegaai Pastorij Patrijzen Peren Populieren Reiger Ridder "
      "Rogge Rozen Schaap Schelde Schippers School Schuttershof Sering Sluis Smeden Spoor Station Sterre Tarwe Toren Tuin Turf Valken Veld Vissers Vlas Vlinder Vogel "
      "Vossen Wagen Water Wevers Wilgen Wijngaard Windmolen Wolven Zand Zee Zilver Zonnebloem Zuid Zwaluw Zwanen").split()
NL_END = "straat straat straat laan weg plein dreef steeg steenweg kaai pad hof".split()
NL_FRONT = ["", "", "", "", "", "Oude ", "Nieuwe ", "Grote ", "Kleine ", "Lange ", "Korte "]
FR = ("Abbaye Abeilles Acacias Artisans Aubépine Bateliers Bergère Blé Bois Boulangers Brasseurs Bruyère Campagne Carrière Cèdres Cerisiers Champs Chapelle Charmes "
      "Château Chênes Cigogne Clocher Colombe Coquelicots Couvent Cygne Église Écluse École Écureuil Épine Étang Étoile Fabrique Faisans Ferme Fontaine Forêt Forge Fougères "
      "Fraisiers Frênes Genêts Glycines Hêtres Hirondelles Horloge Hôpital Îles Jardins Lavande Liberté Lilas Marché Marronniers Mésanges Meunier Moulin Mûriers Noyers Œillets "
      "Oliviers Ormes Paix Palais Pêcheurs Peupliers Pinède Platanes Pommiers Prairie Puits République Roitelet Rosée Ruisseau Saules Source Tanneurs Théâtre Tilleuls Tisserands Tulipes "
      "Vallée Verger Vignes Violettes").split()
FR_TYPE = "Rue Rue Rue Avenue Boulevard Place Chaussée Chemin Allée Impasse Quai".split()
DE = ("Ahorn Alm Amsel Bahnhof Berg Birken Blüten Brücken Brunnen Buchen Burg Dorf Drossel Eichen Erlen Feld Felsen Finken Fischer Flieder Föhren Forst Garten Gärtner Goethe "
      "Grün Hafen Haupt Heide Höhen Hügel Jäger Kapellen Kastanien Kiefern Kirch Kloster König Kräuter Krämer Lärchen Linden Löwen Mühlen Müller Nelken Nuss Öl Park Post Quell Rathaus Reben Rosen "
      "Sänger Säge Schäfer Schiller Schloss Schmiede Schul See Sonnen Stein Tannen Töpfer Turm Ufer Veilchen Vögel Wald Wasser Weber Weiden Wein Wiesen Winzer Ziegel Zimmer").split()
DE_END = "straße straße straße weg gasse platz allee ring".split()
TOWN = ("Aal Berk Boek Brug Brand Daal Dender Eik Eller Gent Grim Haas Hal Heers Hooge Kal Kort Lin Lok Maar Mel Moor Nieuw Noord Oost Over Rijk Roos Ruis Schel "
        "Steen Terv Tol Vel Vier Vors Waar Wel West Wijn Zand Zele Zon Zut").split()
TOWN_END = "beek broek burg dal dijk dorp gem haven hem hout hove kerke laar lo mere monde rade stede veld zele".split()
SHORT = [("straat", "str."), ("steenweg", "stwg"), ("laan", "ln"), ("plein", "pl."), ("straße", "str."), ("platz", "pl."), ("Rue ", "R. "), ("Avenue ", "Av. "),
         ("Boulevard ", "Bd "), ("Place ", "Pl. "), ("Chaussée ", "Ch. "), ("Chemin ", "Ch. "), ("Allée ", "All. "), ("Impasse ", "Imp. ")]


def marks_off(text):
    return "".join(c for c in unicodedata.normalize("NFD", text.replace("ß", "ss").replace("œ", "oe").replace("Œ", "Oe")) if not unicodedata.combining(c))


def street(dice):
    kind = dice.random()
    if kind < 0.4:
        return dice.choice(NL_FRONT) + dice.choice(NL) + dice.choice(NL_END)
    if kind < 0.75:
        name = dice.choice(FR)
        vowel = marks_off(name)[0] in "AEIOUH"
        link = dice.choice(["des ", "de l'" if vowel else "de la ", "du " if not vowel else "de l'"])
        return dice.choice(FR_TYPE) + " " + link + name
    stem = dice.choice(DE)
    return stem + dice.choice(DE_END)


def city(count, dice):
    """Returns [(street, postcode, town, [(number, lon, lat)])] with at least `count` houses, no street of a town twice."""
    towns, streets, houses = {}, [], 0
    while houses < count:
        name = dice.choice(TOWN) + dice.choice(TOWN_END)
        if name in towns:
            continue
        towns[name] = str(1000 + 7 * len(towns))
        x, y = 2.5 + 4 * dice.random(), 49.6 + 1.8 * dice.random()
        names = set()
        for _ in range(dice.randint(60, 240)):
            line = street(dice)
            if line in names:
                continue
            names.add(line)
            sx, sy = x + dice.gauss(0, 0.015), y + dice.gauss(0, 0.01)
            dx, dy = dice.gauss(0, 6e-5), dice.gauss(0, 4e-5)
            last = dice.randint(8, 110)
            numbers = [n for n in range(1, last) if dice.random() < 0.9]
            streets.append((line, towns[name], name, [(n, sx + n * dx, sy + n * dy) for n in numbers]))
            houses += len(numbers)
            if houses >= count:
                break
    return streets


def mistaken(name, kind, dice):
    """Returns the name with one mistake, or None where it has no room for that."""
    letters = [i for i, c in enumerate(name) if c.isalpha()]
    if kind == "short form":
        for full, short in SHORT:
            if name.startswith(full):
                return short + name[len(full):]
            if name.endswith(full) and len(name) > len(full):
                return name[:-len(full)] + short
        return None
    if kind == "no marks":
        return marks_off(name) if marks_off(name) != name else None
    if kind == "swapped":
        room = [i for i in letters if i + 1 in letters and name[i].lower() != name[i + 1].lower()]
        i = dice.choice(room)
        return name[:i] + name[i + 1] + name[i] + name[i + 2:]
    i = dice.choice(letters)
    other = dice.choice("abcdefghijklmnopqrstuvwxyz")
    if kind == "changed":
        return name[:i] + (other if other != name[i].lower() else "q") + name[i + 1:]
    if kind == "left out":
        return name[:i] + name[i + 1:]
    return name[:i] + other + name[i:]


KINDS = ["put in", "left out", "changed", "swapped", "no marks", "short form"]


def questions(streets, count, dice):
    """Yields (kind of mistake, text, label that is right)."""
    made = 0
    while made < count:
        name, code, town, houses = dice.choice(streets)
        if not houses:
            continue
        kind = KINDS[made % len(KINDS)]
        wrong = mistaken(name, kind, dice)
        if wrong is None:
            continue
        number = dice.choice(houses)[0]
        form = dice.choice(["{s} {n} {t}", "{s} {n}, {c} {t}", "{s} {n} {c}", "{n} {s} {t}", "{t} {s} {n}", "{c} {s} {n}"])
        text = form.format(s=wrong, n=number, c=code, t=town)
        yield kind, text if dice.random() < 0.5 else text.lower(), f"{name} {number}, {code} {town}"
        made += 1


class Server:
    def __init__(self, root):
        self.root = root.rstrip("/")
        jar = http.cookiejar.CookieJar()
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def csrf(self):
        return json.load(self.browser.open(self.root + "/api/v1/session"))["csrf"]["token"]

    def sign_in(self, user, password):
        form = urllib.parse.urlencode({"username": user, "password": password, "_csrf": self.csrf()}).encode()
        self.browser.open(urllib.request.Request(self.root + "/login", form))

    def upload(self, name, content):
        mark = uuid.uuid4().hex
        parts = "".join(f'--{mark}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in {"kind": "addresses", "name": name, "crs": "EPSG:4326"}.items())
        head = parts + f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="addresses.csv"\r\nContent-Type: text/csv\r\n\r\n'
        body = head.encode() + content + f"\r\n--{mark}--\r\n".encode()
        headers = {"Content-Type": "multipart/form-data; boundary=" + mark, "X-CSRF-TOKEN": self.csrf()}
        try:
            return json.load(self.browser.open(urllib.request.Request(self.root + "/api/v1/layers", body, headers)))
        except urllib.error.HTTPError as refused:
            sys.exit(f"not imported: {refused.code} {refused.read().decode()[:1000]}")


class Asker:
    def __init__(self, root):
        self.line = http.client.HTTPConnection(urllib.parse.urlsplit(root).netloc)

    def ask(self, text):
        try:
            return self.asked(text)
        except (http.client.HTTPException, ConnectionError):
            self.line.close()  # a server closes a line that was quiet for long
            return self.asked(text)

    def asked(self, text):
        self.line.request("POST", "/api/v1/addresses/search", json.dumps({"text": text, "limit": 8}), {"Content-Type": "application/json"})
        answer = self.line.getresponse()
        body = answer.read()
        return answer.status, json.loads(body)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--server", required=True)
    options.add_argument("--addresses", type=int, default=1_000_000)
    options.add_argument("--questions", type=int, default=2000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--user", default="planner")
    options.add_argument("--password", default="copse-demo")
    options.add_argument("--misses", action="store_true", help="print what was not found")
    given = options.parse_args()
    dice = random.Random(given.seed)
    streets = city(given.addresses, dice)
    rows = [f"{s},{n},{c},{t},{lon:.6f},{lat:.6f}" for s, c, t, houses in streets for n, lon, lat in houses]
    print(f"{len(rows)} addresses in {len(streets)} streets of {len({s[2] for s in streets})} towns")
    asker = Asker(given.server)
    status, answer = asker.ask("a")
    if status != 200 or answer["addresses"] < len(rows):
        server = Server(given.server)
        server.sign_in(given.user, given.password)
        started = time.time()
        server.upload("Bench addresses", ("street,number,postcode,town,lon,lat\n" + "\n".join(rows) + "\n").encode())
        print(f"imported in {time.time() - started:.1f} s")
        started = time.time()
        while status != 200 or answer["addresses"] < len(rows):
            time.sleep(0.25)
            status, answer = asker.ask("a")
        print(f"searched {time.time() - started:.1f} s later")
    asked = list(questions(streets, given.questions, dice))
    for _, text, _ in asked[:500]:
        asker.ask(text)  # warm
    right, total, times, missed = {}, {}, [], []
    for kind, text, label in asked:
        started = time.perf_counter()
        status, answer = asker.ask(text)
        times.append((time.perf_counter() - started) * 1000)
        if status != 200:
            sys.exit(f"status {status}: {answer}")
        found = answer["results"][0] if answer["results"] else {}
        total[kind] = total.get(kind, 0) + 1
        ok = found.get("label") == label and found.get("asked") is None
        right[kind] = right.get(kind, 0) + ok
        if not ok:
            missed.append((kind, text, label, found.get("label")))
    times.sort()
    for kind in KINDS:
        print(f"{kind:10} {right.get(kind, 0):5} of {total.get(kind, 0):5}  {right.get(kind, 0) / max(1, total.get(kind, 0)):.3f}")
    print(f"recall@1   {sum(right.values())} of {len(asked)}  {sum(right.values()) / len(asked):.4f}")
    print(f"ms over HTTP: median {times[len(times) // 2]:.1f}, 95 % {times[int(len(times) * .95)]:.1f}, 99 % {times[int(len(times) * .99)]:.1f}")
    if given.misses:
        for miss in missed:
            print(*miss, sep=" | ")


if __name__ == "__main__":
    main()
