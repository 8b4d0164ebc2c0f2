### Norwegian Bokmål. A finding has two sentences: what is the case, and (next-…) what happens now.

## Findings

finding-incident = Microsoft har for øyeblikket et problem med { $service }. Det kan forsinke bilder for alle.
next-incident = Du trenger ikke gjøre noe. Microsoft jobber med problemet, som har nummer { $incident }. Sjekk igjen når det er over.

finding-guest = Du er gjest i denne organisasjonen. Bildet ditt her holdes derfor atskilt fra bildet i din egen organisasjon.
next-guest = En administrator i denne organisasjonen kan legge inn bildet for gjestekontoen din. Om du endrer bildet i din egen organisasjon, endres det ikke her.

finding-mastered_on_premises = Organisasjonen din har bildene i sin egen katalog, så de kan ikke endres i Microsoft 365.
next-mastered_on_premises = Brukerstøtten kan hjelpe deg med å få bildet endret der. Endringen vises vanligvis i Microsoft 365 omtrent et døgn senere.

finding-only_some_may_change = I organisasjonen din er det bare enkelte administratorer som kan endre bilder.
next-only_some_may_change = Brukerstøtten kan hjelpe deg med å få bildet endret.

finding-mailbox_is_new = Postboksen din ble opprettet for mindre enn en time siden, og bilder er ikke tilgjengelige før den er klar.
next-mailbox_is_new = Det tar vanligvis et kvarter, men av og til et døgn. Sjekk gjerne igjen litt senere.

finding-no_mailbox = Det finnes ikke noe bilde av deg i Microsoft 365. Kontoen din har ingen postboks, og det er vanligvis derfra bildene kommer.
next-no_mailbox = Du kan legge til et bilde i kontoen din, eller spørre brukerstøtten om lisensen din omfatter en postboks.

finding-no_photo = Det finnes ikke noe bilde av deg i Microsoft 365, så det er ingenting å vise.
next-no_photo = Legg til et bilde, så vises det vanligvis overalt innen et døgn. Noen ganger tar det opptil tre døgn.

finding-throttled = Microsoft 365 ba meg vente før jeg ser på bildet ditt, så jeg kan ikke si noe om årsaken ennå.
next-throttled = { $retry_at ->
    [none] Prøv igjen om noen minutter.
   *[other] Jeg kan sjekke igjen fra { $retry_at }.
  }

finding-permission_missing = Jeg har ikke tillatelse til å se alt jeg trenger, så jeg kan ikke si hva årsaken er.
next-permission_missing = En administrator må gi meg en tillatelse først. Brukerstøtten kan sørge for det.

finding-sign_in_refused = Microsoft 365 lot meg ikke logge på, så jeg kan ikke si hva årsaken er.
next-sign_in_refused = En administrator må se på innstillingene mine. Brukerstøtten kan sørge for det.

finding-not_seen = En del av Microsoft 365 svarte ikke som den skulle, så jeg kan ikke si hva årsaken er.
next-not_seen = Det går vanligvis over. Prøv igjen om noen minutter.

finding-no_profile = SharePoint har ingen profil for deg ennå og kan derfor ikke vise bildet ditt.
next-no_profile = Åpne SharePoint én gang, så blir profilen vanligvis opprettet innen et døgn. Hvis den fortsatt mangler da, kan brukerstøtten sjekke lisensen din.

finding-pull_switched_off = SharePoint viser ikke bildet som Microsoft 365 har av deg. Henting av bilder til SharePoint er slått av for kontoen din.
next-pull_switched_off = En administrator kan se på den innstillingen. Brukerstøtten kan sørge for det.

finding-placeholder_shown = Microsoft 365 har et bilde av deg, men SharePoint fikk det ikke ved siste forsøk og viser et tomt bilde.
next-placeholder_shown = Jeg kan be SharePoint om å hente det på nytt. Hvis alt går bra, er det på plass innen { $expected_by }.

finding-never_pulled = Microsoft 365 har et bilde av deg, men SharePoint har aldri hentet det.
next-never_pulled = Jeg kan be SharePoint om å hente det. Hvis alt går bra, er det på plass innen { $expected_by }.

finding-pull_not_due = SharePoint viser ennå ikke bildet som Microsoft 365 har av deg, fordi bilder hentes høyst én gang i døgnet.
next-pull_not_due = Det er ikke noe galt. Siste henting var { $pulled_at }. SharePoint kan hente på nytt fra { $possible_at }. Åpne SharePoint én gang etter det, eller spør meg igjen da. Bildet ditt er vanligvis på plass innen { $expected_by }.

finding-sharepoint_behind = SharePoint viser ikke bildet som Microsoft 365 har av deg. Trolig har ingen bedt SharePoint om å hente det nye ennå.
next-sharepoint_behind = Jeg kan be SharePoint om å hente det. Hvis alt går bra, er det på plass innen { $expected_by }.

finding-picture_unreadable = Et av bildene dine er i et format jeg ikke kan lese, så jeg kan ikke sammenligne dem.
next-picture_unreadable = Last opp bildet ditt på nytt, som en JPEG- eller PNG-fil.

finding-only_cached = Microsoft 365 og SharePoint har det samme bildet av deg. Hvis du ser et annet bilde et sted, er det en eldre kopi du ser.
next-only_cached = Slike kopier blir vanligvis fornyet av seg selv. Det er ikke oppgitt hvor lang tid hver app bruker. Ofte hjelper det å logge av og på igjen, eller å bruke et privat nettleservindu.

finding-all_in_order = Microsoft 365 og SharePoint har det samme bildet av deg. Alt er i orden.
next-all_in_order = Du trenger ikke gjøre noe.

## Said beside a finding

finding-policy_unknown = Jeg kunne ikke se om organisasjonen din lar deg endre bildet selv.
finding-health_unknown = Jeg kunne ikke se om Microsoft har et kjent problem for øyeblikket.
finding-changes_on_premises = Bilder endres i organisasjonens egen katalog, ikke i Microsoft 365.
finding-changes_by_some = Bare enkelte administratorer kan endre bilder i organisasjonen din.

## What could not be seen

unseen = Dette kunne jeg ikke se: { $what }.
unseen-account = kontoen din
unseen-source_photo = bildet ditt i Microsoft 365
unseen-policy = reglene for bilder
unseen-profile = SharePoint-profilen din
unseen-sharepoint_photo = bildet ditt i SharePoint
unseen-incidents = driftsstatusen hos Microsoft

## The two photos

store-source = Microsoft 365
store-sharepoint = SharePoint
photo-source-alt = Bildet ditt i Microsoft 365, der det hentes fra
photo-sharepoint-alt = Bildet ditt i SharePoint
photo-none = ikke noe bilde
photo-unseen = kunne ikke ses
photo-since = først sett av meg { $at }
photo-pulled = hentet { $at }

## Buttons

action-resync = Synkroniser på nytt
action-start = Start
action-back = Ikke nå
action-check = Sjekk igjen
action-status = Hvordan ligger det an?
action-change = Endre bildet mitt
action-helpdesk = Spør brukerstøtten
action-open-photo = Endre i Microsoft 365
action-open-sharepoint = Vis i SharePoint
action-ask-check = Sjekk bildet mitt
action-ask-photo_stale = Hvorfor er bildet gammelt?
action-ask-photo_missing = Bildet mitt vises ikke
action-ask-photo_change = Endre bildet mitt
action-ask-profile_stale = Stilling eller navn er feil
action-ask-profile_change = Rediger profilen min
action-ask-sync_duration = Hvor lang tid tar det?
action-ask-sync_explain = Hvordan fungerer det?
action-ask-resync = Synkroniser bildet på nytt
action-ask-status = Hvordan ligger det an?
action-ask-helpdesk = Spør brukerstøtten
action-ask-help = Hva kan du hjelpe med?
action-ask-privacy = Hva lagrer du om meg?
action-ask-language = Hvilke språk kan du?
action-ask-thanks = Takk

## The resync

plan-title = Dette kommer jeg til å gjøre
plan-ask = Jeg ber SharePoint om å hente bildet ditt.
plan-watch = Jeg følger med til det er på plass, men ikke lenger enn til { $until }.
plan-tell = Jeg forteller deg her hvordan det gikk.
plan-safe = Selve bildet ditt blir ikke endret.

progress-title = Synkroniseringen av bildet ditt er i gang
progress-asked = Forespørselen til SharePoint ble sendt { $at }
progress-ask-failed = Forespørselen min til SharePoint gikk ikke gjennom, så jeg gjentar den
progress-asking = Forespørselen til SharePoint blir sendt
progress-watching = Jeg følger med til bildet er på plass. Neste sjekk: { $at }
progress-watching-now = Jeg følger med til bildet er på plass
progress-tell = Jeg sier fra her, senest { $until }
progress-help = Du kan hjelpe til: Åpne SharePoint selv i et privat nettleservindu, og logg på. Et privat vindu har ingen eldre kopi av bildet ditt.
step-done = Ferdig
step-now = Nå
step-next = Deretter

arrived-title = Det nye bildet ditt er på plass i SharePoint.
arrived-proof = Jeg sammenlignet de to bildene { $at }. De er like.
arrived-cache = Noen apper kan vise en eldre kopi en stund til. Den blir vanligvis fornyet av seg selv.
arrived-summary = Godt nytt om bildet ditt

stuck-title = Bildet ditt er ikke på plass i SharePoint ennå.
stuck-unseen = Jeg kunne ikke se om bildet ditt er på plass i SharePoint.
stuck-tried = Jeg sjekket { $looks } ganger, siste gang { $at }.
stuck-next = Brukerstøtten kan ta det videre herfra. Microsoft har et diagnoseverktøy for administratorer til akkurat slike tilfeller. Oppgi saksnummer { $case } til brukerstøtten.
stuck-summary = Nytt om bildet ditt

not-yours = Det kortet tilhører noen andre. Spør meg «hvorfor er bildet mitt gammelt?», så ser jeg på ditt.
no-case = Jeg har ingenting på gang for deg. Spør meg «hvorfor er bildet mitt gammelt?», så ser jeg på det.
no-resync-now = Det hjelper ikke å synkronisere på nytt nå.

## Answers

welcome-title = Hei, jeg er Resync
welcome-about = Jeg finner ut hvorfor profilbildet ditt er gammelt eller mangler i Microsoft 365. Hvis du vil, starter jeg en ny synkronisering og sier fra her når det nye bildet er på plass.
welcome-try = Spør meg med dine egne ord, på norsk, engelsk eller nederlandsk, for eksempel «hvorfor er bildet mitt gammelt?».
welcome-limits = Jeg ser bare på ditt eget bilde og din egen profil. Til det bruker jeg tillatelser som en administrator i organisasjonen din har gitt meg.
help-title = Dette kan jeg hjelpe deg med
welcome-summary = Hei, jeg er Resync
team-welcome = Jeg er Resync. Jeg hjelper folk med profilbilder som er gamle eller mangler. Skriv til meg i en personlig chat, så kan jeg se på ditt eget bilde.
personal-only = Det jeg finner ut om et bilde, er personlig. Spør meg i en personlig chat.
no-identity = Teams fortalte meg ikke hvem du er, så jeg kan ikke se på bildet ditt. Skriv til meg fra din egen jobbkonto, så gjør jeg det.

change-title = Slik endrer du bildet ditt
change-how = Åpne Microsoft 365 på nettet, velg bildet ditt eller initialene dine øverst til høyre, og velg deretter kameraet. I Teams velger du bildet ditt eller initialene dine, og så velger du det samme bildet en gang til.
change-size = Bruk en JPEG- eller PNG-fil på høyst 4 MB.
change-after = Bildet vises vanligvis overalt innen et døgn. Noen ganger tar det opptil tre døgn. Skriv til meg hvis det ikke vises da heller.

duration-title = Så lang tid tar det
duration-photo = Et nytt bilde er vanligvis på plass i SharePoint innen et døgn, men noen ganger tar det opptil tre døgn. SharePoint henter et bilde bare når noen ber om det, og høyst én gang på 24 timer.
duration-profile = Hvor lang tid det tar for navn, stilling og avdeling, avhenger av hvor mange endringer som står i kø. Er det få, går det mye raskere. Er det mange, tar det lengre tid.

explain-title = Slik fungerer det
explain-photo = Bildet ditt ligger i Microsoft 365. SharePoint lager kopier av det i tre størrelser, men bare når noen ber om det. Vanligvis skjer det når du åpner din egen SharePoint-side. Hvis ingen ber om det, blir det gamle bildet stående. For at det riktige bildet skal vises, må noen starte en bildesynkronisering, og det hjelper jeg deg med.
explain-profile = Navn, stilling og avdeling kommer fra organisasjonens katalog og hentes inn av en jobb som kjører jevnlig.

profile-stale-title = Når navn, stilling eller avdeling er feil
profile-stale-how = Navn, stilling, avdeling, leder og telefonnummer på jobb kommer fra organisasjonens katalog. Endringer du gjør i SharePoint, varer ikke, for de blir overskrevet. Brukerstøtten eller personalavdelingen kan sørge for at det blir endret ved kilden.
profile-change-title = Slik redigerer du profilen din
profile-change-how = Delve ble avviklet 16. desember 2024. Åpne ditt eget profilkort, for eksempel ved å søke etter navnet ditt i Microsoft 365, og velg «Oppdater profilen din».
profile-change-limits = Navn, stilling, avdeling, leder og telefonnummer på jobb kan ikke redigeres der. De kommer fra organisasjonens katalog.

status-none = Jeg har ingen synkronisering på gang for deg.

helpdesk-title = Brukerstøtten hos dere
helpdesk-case = Dette er sak { $case }. Oppgi nummeret til brukerstøtten.
helpdesk-found = Til brukerstøtten: { $found }
helpdesk-nocase = Fortell meg gjerne først hva som er galt. Da kan du ta med deg det jeg finner ut.
helpdesk-contact = Du når brukerstøtten her: { $contact }
helpdesk-nocontact = Kontakt brukerstøtten i organisasjonen din på vanlig måte.

thanks = Bare hyggelig.
privacy-title = Dette lagrer jeg om deg
privacy-what = Jeg lagrer ID-en til kontoen din, hvordan jeg når deg i Teams, språket ditt og tidssonen din, hva jeg fant ut om bildet ditt, og når jeg så et bilde for første gang. Jeg lagrer et digitalt fingeravtrykk av et bilde, aldri selve bildet.
privacy-where = Dette blir i organisasjonens egen database, som administratoren hos dere drifter. Spør brukerstøtten hvis du vil ha det slettet.
language = Jeg svarer på det språket du skriver: norsk, engelsk eller nederlandsk.
unknown-title = Det forsto jeg ikke
unknown-how = Jeg kan svare på spørsmål om profilbilder og profiler i Microsoft 365. Velg et av forslagene, eller spør med andre ord.
between-title = Hva av dette mener du?
failed-title = Noe gikk galt hos meg
failed-how = Det er ikke din feil. Prøv igjen om litt.
case-number = Sak { $case }
next-label = Veien videre
