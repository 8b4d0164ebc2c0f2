### Norwegian Bokmål. A finding has two sentences: what is the case, and (next-…) what happens now.

## Findings: the account and the organization

finding-account_not_found = Jeg fant ingen konto for deg i denne organisasjonens katalog, så jeg kan ikke se på bildet ditt.
next-account_not_found = Brukerstøtten kan sjekke kontoen din. Hvis den nettopp er opprettet, kan du spørre meg igjen om en time.

finding-incident = Microsoft har for øyeblikket et problem med { $service }. Det kan forsinke endringer for alle.
next-incident = Du trenger ikke å gjøre noe. Microsoft arbeider med problemet under hendelsesnummer { $incident }. Jeg kan komme tilbake til deg når det er over.

finding-guest = Du er gjest i denne organisasjonen. Bildet og profilen din her holdes derfor atskilt fra dem du har i din egen organisasjon.
next-guest = En administrator i denne organisasjonen kan endre dem for gjestekontoen din. Brukerstøtten i denne organisasjonen kan sørge for det. Endringer i din egen organisasjon får ingen virkning her.

finding-account_disabled = Pålogging er slått av for denne kontoen, og SharePoint henter ingen endringer for slike kontoer.
next-account_disabled = En administrator kan slå på påloggingen igjen. Brukerstøtten kan sørge for det. Deretter tar det vanligvis omtrent et døgn.

finding-account_recreated = SharePoint knytter fortsatt navnet ditt til en tidligere konto som ikke finnes lenger. Det skjer når en konto har blitt slettet og opprettet på nytt.
next-account_recreated = En SharePoint-administrator kan rette opp dette med Microsofts diagnoseverktøy «Site User ID Mismatch». Brukerstøtten kan sørge for det. Det tar omtrent et døgn.

finding-service_rejected = En tjeneste i Microsoft 365 melder om en feil med kontoen din og har ikke hentet inn alle opplysningene om deg.
next-service_rejected = En administrator må se på feilen. Brukerstøtten kan sørge for det, og jeg har notert detaljene for dem. Det kan ta noen dager.

finding-directory_conflict = Kontoen din kan ikke synkroniseres fra organisasjonens egen katalog, fordi en av opplysningene dine også brukes av en annen konto.
next-directory_conflict = En administrator må løse denne konflikten. Brukerstøtten kan sørge for det. Deretter kommer endringer vanligvis gjennom innen et døgn.

finding-sync_stopped = Det ser ut til at synkroniseringen med organisasjonens egen katalog har stoppet. Endringer som gjøres der, kommer sannsynligvis ikke gjennom akkurat nå.
next-sync_stopped = Si fra til brukerstøtten, for dette gjelder mange. Når synkroniseringen er i gang igjen, kommer endringer vanligvis gjennom innen et døgn.

## Findings: who may change a photo

finding-mastered_on_premises = Organisasjonen din administrerer bilder i sin egen katalog, så de kan ikke endres i Microsoft 365.
next-mastered_on_premises = Brukerstøtten kan hjelpe deg med å få bildet endret der. Endringen vises vanligvis i Microsoft 365 omtrent et døgn senere.

finding-only_some_may_change = I organisasjonen din er det bare bestemte administratorer som har lov til å endre bilder.
next-only_some_may_change = Brukerstøtten kan hjelpe deg med å få bildet endret.

finding-policy_unknown = { $why ->
    [forbidden] Jeg har ikke tillatelse til å se reglene for bilder, så jeg kan ikke si om du har lov til å endre bildet ditt selv.
   *[other] Jeg kunne ikke se reglene for bilder akkurat nå, så jeg kan ikke si om du har lov til å endre bildet ditt selv.
  }
next-policy_unknown = Du kan prøve å laste opp et bilde. Hvis det ikke går, kan brukerstøtten fortelle deg hvem som har lov til å endre bildet ditt.

finding-mailbox_policy = I de reglene for bilder som jeg kan se, er det ingenting som hindrer deg i å endre bildet ditt. Hvis Outlook eller Teams ikke lar deg gjøre det, skyldes det trolig en regel for postboksen din. Slike regler kan jeg ikke se.
next-mailbox_policy = En administrator kan sjekke reglene for postboksen din. Brukerstøtten kan sørge for det. En endring i en slik regel kan ta et døgn.

finding-upload_refused = Microsoft 365 godtar bare bilder som er JPEG- eller PNG-filer på høyst 4 MB.
next-upload_refused = Lagre bildet ditt som en JPEG-fil, om nødvendig i mindre størrelse, og last det opp på nytt. Det vises vanligvis overalt innen et døgn. Noen ganger tar det opptil tre døgn.

finding-new_upload_refused = Microsoft 365 har et bilde av deg. Hvorfor et annet ble avvist, kan jeg ikke se. Bare JPEG- og PNG-filer på høyst 4 MB godtas.
next-new_upload_refused = Lagre bildet ditt som en JPEG-fil, om nødvendig i mindre størrelse, og last det opp på nytt. Hvis det blir avvist igjen, kan brukerstøtten se på det.

## Findings: where the photo comes from

finding-mailbox_on_premises = Postboksen din ligger ikke i Microsoft 365, men hos organisasjonen selv. Det samme gjelder bildet som hører til den.
next-mailbox_on_premises = Brukerstøtten kan hjelpe deg med å få lagt inn bildet der.

finding-mailbox_is_new = Postboksen din er ny og ikke helt klar ennå. Bilder er ikke tilgjengelige før den er klar.
next-mailbox_is_new = Det tar vanligvis et kvarter, av og til et døgn. Jeg kan komme tilbake til deg { $look_again_at }.

finding-no_mailbox = Det finnes ikke noe bilde av deg i Microsoft 365. Kontoen din har ingen postboks, og det er vanligvis derfra bildene kommer.
next-no_mailbox = Du kan legge til et bilde i kontoen din, eller spørre brukerstøtten om lisensen din omfatter en postboks.

finding-no_photo = Det finnes ikke noe bilde av deg i Microsoft 365, så det er ingenting å vise.
next-no_photo = Legg til et bilde, så vises det vanligvis overalt innen et døgn. Noen ganger tar det opptil tre døgn.

finding-directory_photo = Microsoft 365 og SharePoint har det samme bildet av deg. Det er svært lite og kommer trolig fra organisasjonens egen katalog.
next-directory_photo = Brukerstøtten kan sørge for at et nytt bilde blir lagt inn der, eller fortelle deg om du har lov til å laste opp et bilde selv. Det vises vanligvis omtrent et døgn senere.

## Findings: nothing can be said

finding-throttled = Microsoft 365 ba meg vente før jeg ser etter, så jeg kan ikke si noe om årsaken ennå.
next-throttled = { $retry_at ->
    [none] Prøv igjen om noen minutter.
   *[other] Jeg kan sjekke igjen fra { $retry_at }.
  }

finding-permission_missing = Jeg har ikke tillatelse til å se alt jeg trenger, så jeg kan ikke si hva årsaken er.
next-permission_missing = En administrator må gi meg en tillatelse først. Brukerstøtten kan sørge for det.

finding-sign_in_refused = Microsoft 365 lot meg ikke logge på, så jeg kan ikke si hva årsaken er.
next-sign_in_refused = En administrator må se på innstillingene mine. Brukerstøtten kan sørge for det.

finding-signed_out = Uten påloggingen din kan jeg ikke se bildet og profilen din, så jeg kan ikke si hva årsaken er.
next-signed_out = Velg «Sjekk igjen», så logger Teams deg på. Hvis det ikke virker, kan brukerstøtten hjelpe.

finding-other_geography = SharePoint-profilen din ligger i en annen region, der jeg ikke har tillatelse til å se. Derfor kan jeg ikke si hva årsaken er.
next-other_geography = En administrator kan legge til den regionen i innstillingene mine. Brukerstøtten kan sørge for det.

finding-not_seen = En del av Microsoft 365 svarte ikke som den skulle, så jeg kan ikke si hva årsaken er.
next-not_seen = Det går vanligvis over. Prøv igjen om noen minutter, eller la meg komme tilbake til deg.

finding-account_unknown = { $why ->
    [forbidden] Jeg har ikke tillatelse til å se kontoen din. Jeg kan derfor ikke si om du er gjest, om du har en postboks, eller om du har lov til å bruke SharePoint.
   *[other] Jeg kunne ikke se kontoen din akkurat nå. Jeg kan derfor ikke si om du er gjest, om du har en postboks, eller om du har lov til å bruke SharePoint.
  }
next-account_unknown = { $why ->
    [forbidden] Så vidt jeg kan se, har Microsoft 365 og SharePoint det samme bildet av deg. En administrator kan gi meg tillatelsen som mangler. Brukerstøtten kan sørge for det.
   *[other] Så vidt jeg kan se, har Microsoft 365 og SharePoint det samme bildet av deg. Sjekk igjen om noen minutter.
  }

## Findings: the way to SharePoint

finding-not_licensed = SharePoint har ingen profil for deg, fordi kontoen din ikke har lisens for SharePoint.
next-not_licensed = Brukerstøtten kan fortelle deg om du får en lisens. Deretter blir profilen vanligvis opprettet innen et døgn.

finding-no_profile = SharePoint har ingen profil for deg ennå og kan derfor ikke vise bildet ditt.
next-no_profile = Åpne SharePoint én gang, så blir profilen vanligvis opprettet innen et døgn. Hvis den fortsatt mangler da, kan brukerstøtten sjekke lisensen din.

finding-photo_without_mailbox = Microsoft 365 har et bilde av deg, men SharePoint viser det ikke. Kontoen din har ingen postboks, og det kan hende at SharePoint ikke henter bilder for slike kontoer.
next-photo_without_mailbox = Du kan legge inn bildet i SharePoint-profilen din selv. Velg «Endre bildet mitt». Brukerstøtten kan også fortelle deg om lisensen din omfatter en postboks.

finding-pull_switched_off = SharePoint viser ikke bildet som Microsoft 365 har av deg. Henting av bilder til SharePoint er slått av for kontoen din.
next-pull_switched_off = En administrator kan se på den innstillingen. Brukerstøtten kan sørge for det.

finding-pull_stuck = SharePoint viser fortsatt ikke bildet som Microsoft 365 har av deg, selv om forespørselen min om å hente det ble sendt { $asked_at }.
next-pull_stuck = En administrator kan kjøre Microsofts diagnoseverktøy for profilbilder og sjekke innstillingene for egenskapen «Bilde». Brukerstøtten kan sørge for det.

finding-placeholder_shown = Microsoft 365 har et bilde av deg, men SharePoint fikk det ikke ved siste forsøk og viser et tomt bilde.
next-placeholder_shown = Jeg kan be SharePoint om å hente det på nytt. Hvis alt går bra, er det på plass innen { $expected_by }.

finding-never_pulled = Microsoft 365 har et bilde av deg, men SharePoint har aldri hentet det.
next-never_pulled = Jeg kan be SharePoint om å hente det. Hvis alt går bra, er det på plass innen { $expected_by }.

finding-pull_not_due = SharePoint viser ennå ikke bildet som Microsoft 365 har av deg, fordi bilder hentes høyst én gang i døgnet.
next-pull_not_due = Det er ikke noe galt. SharePoint hentet sist et bilde { $pulled_at }. Neste henting er mulig fra { $possible_at }. Jeg kan komme tilbake til deg da. Bildet ditt er vanligvis på plass innen { $expected_by }.

finding-sharepoint_behind = SharePoint viser ikke bildet som Microsoft 365 har av deg. Trolig har ingen bedt SharePoint om å hente det nye ennå.
next-sharepoint_behind = Jeg kan be SharePoint om å hente det. Hvis alt går bra, er det på plass innen { $expected_by }.

finding-sizes_differ = SharePoint viser det nye bildet ditt i én størrelse og fortsatt det forrige i en annen.
next-sizes_differ = Jeg kan be SharePoint om å hente det på nytt. Hvis alt går bra, er alle størrelsene riktige innen { $expected_by }.

finding-picture_unreadable = Et av bildene dine er i et format som jeg ikke kan lese, så jeg kan ikke sammenligne dem.
next-picture_unreadable = Last opp bildet ditt på nytt, som en JPEG- eller PNG-fil.

finding-picture_elsewhere = SharePoint viser til en plassering for bildet ditt der jeg ikke ser etter. Derfor kan jeg ikke sammenligne de to bildene.
next-picture_elsewhere = Last opp bildet på nytt i Microsoft 365. Hvis SharePoint fortsatt viser et annet bilde etter { $expected_by }, kan brukerstøtten se på det.

finding-picture_state_unknown = Microsoft 365 og SharePoint har det samme bildet av deg, men SharePoint oppgir en status for bildet som jeg ikke kjenner til.
next-picture_state_unknown = Hvis du ikke ser bildet ditt i SharePoint, kan brukerstøtten se på det. Detaljene ligger klare for dem.

finding-pulled_another = SharePoint hentet sist et bilde { $pulled_at }. Da hadde Microsoft 365 allerede dette bildet, men SharePoint viser fortsatt et annet.
next-pulled_another = En administrator kan kjøre Microsofts diagnoseverktøy for profilbilder. Brukerstøtten kan sørge for det. Du kan også la meg spørre SharePoint en gang til.

## Findings: only a copy is old

finding-only_cached = Microsoft 365 og SharePoint har det samme bildet av deg. Hvis du ser et annet bilde et sted, er det en eldre kopi du ser.
next-only_cached = { $place ->
    [teams] Teams har sine egne kopier og oppdaterer dem automatisk. For dagens versjon av Teams er det ikke oppgitt hvor lang tid det tar. Ofte hjelper det å logge av Teams og logge på igjen. Sammenlign også med Teams i en nettleser.
   *[other] Slike kopier blir vanligvis oppdatert av seg selv. Det er ikke oppgitt hvor lang tid hver app bruker. Ofte hjelper det å logge av og på igjen, eller å bruke et privat nettleservindu.
  }

finding-cached_in_outlook = Microsoft 365 og SharePoint har det samme bildet av deg. Det du ser i Outlook, er sannsynligvis en eldre kopi.
next-cached_in_outlook = Outlook oppdaterer adresseboken omtrent én gang i døgnet. Hvis du fortsatt ser det gamle bildet etter { $expected_by }, kan du laste ned adresseboken i Outlook og sjekke at Outlook er stilt inn til å vise bilder.

finding-copied_elsewhere = I denne organisasjonen har Microsoft 365 og SharePoint det samme bildet av deg. Det folk i en annen organisasjon ser, er trolig en kopi som er lagret der.
next-copied_elsewhere = En slik kopi blir vanligvis oppdatert av seg selv, men det kan ta noen dager. Herfra kan ingenting gjøres med den, men den andre personen kan logge av og på igjen.

finding-cached_in_browser = Microsoft 365 og SharePoint har det samme bildet av deg. Det du ser, er trolig en kopi som nettleseren din har tatt vare på.
next-cached_in_browser = Last inn siden på nytt, eller åpne den i et privat nettleservindu for å sammenligne.

finding-site_copy_old = Profilen din er riktig, men dette SharePoint-området viser fortsatt en eldre kopi av den. Hvert område har sin egen kopi og oppdaterer den bare for personer som er aktive der.
next-site_copy_old = Rediger eller last opp noe på området. Da blir kopien vanligvis oppdatert innen et døgn. Hvis ikke, kan eieren av området eller brukerstøtten sørge for at den blir rettet.

finding-site_unnamed = Microsoft 365 og SharePoint har det samme bildet av deg. Et SharePoint-område har sin egen kopi og oppdaterer den bare for personer som er aktive der.
next-site_unnamed = Send meg adressen til området, så ser jeg på kopien der. Hvis du redigerer eller laster opp noe på området, blir kopien vanligvis oppdatert innen et døgn.

finding-hidden_from_lists = Du er skjult i adresselistene, så det kan hende at andre ikke finner deg og bildet ditt når de søker.
next-hidden_from_lists = Hvis det ikke er meningen, kan en administrator endre det. Brukerstøtten kan sørge for det. Endringen vises vanligvis omtrent et døgn senere.

finding-all_in_order = Microsoft 365 og SharePoint har det samme bildet av deg. Alt er i orden.
next-all_in_order = Du trenger ikke å gjøre noe.

## Findings: the texts of a profile

finding-texts_differ = Ikke alt som står om deg i organisasjonens katalog, har kommet til SharePoint ennå.
next-texts_differ = Det er vanligvis på plass i løpet av et døgn, innen { $expected_by }. Hvor lang tid det tar, avhenger av hvor mange endringer som står i kø. Er det få, går det mye raskere. Er det mange, tar det lengre tid. Jeg kan ikke starte det for deg.

finding-texts_overdue = Ikke alt som står om deg i organisasjonens katalog, har kommet til SharePoint, og slik har det vært i mer enn et døgn.
next-texts_overdue = Det burde ha vært på plass nå. En administrator kan se på det. Brukerstøtten kan sørge for det.

finding-directory_is_master = Det som står om deg i organisasjonens katalog, er det samme som det SharePoint viser.
next-directory_is_master = { $master ->
    [premises] Navn, stilling, avdeling, leder og jobbtelefon kommer fra organisasjonens egen katalog. Endringer du gjør i SharePoint eller Microsoft 365, blir overskrevet etter en stund. Brukerstøtten eller personalavdelingen kan sørge for at opplysningene blir endret i den katalogen. Deretter vises endringen vanligvis innen et døgn.
    [probably] Navn, stilling, avdeling, leder og jobbtelefon kommer sannsynligvis fra organisasjonens egen katalog. Endringer du gjør i SharePoint eller Microsoft 365, blir da overskrevet etter en stund. Brukerstøtten eller personalavdelingen kan sørge for at opplysningene blir endret i den katalogen. Deretter vises endringen vanligvis innen et døgn.
   *[cloud] Navn, stilling, avdeling, leder og jobbtelefon kommer fra organisasjonens katalog. Endringer du gjør i SharePoint, blir overskrevet etter en stund. Brukerstøtten eller personalavdelingen kan sørge for at opplysningene blir endret i katalogen. Deretter vises endringen vanligvis innen et døgn.
  }

finding-texts_cached = Det som står om deg i organisasjonens katalog og i SharePoint, er det samme. Det du ser andre steder, er sannsynligvis en eldre kopi.
next-texts_cached = Slike kopier blir vanligvis oppdatert av seg selv. Det kan ta opptil to døgn før endringer vises på profilkort. På et SharePoint-område hjelper det ofte å redigere eller laste opp noe der. Hvis ingenting endrer seg, kan brukerstøtten se på det.

finding-field_not_synced = SharePoint henter ikke dette fra organisasjonens katalog: { $field }.
next-field_not_synced = En endring i katalogen vises ikke i SharePoint. Kanskje kan du redigere opplysningen i din egen profil. Hvis ikke, kan en administrator sørge for at den blir fylt ut.

## What could not be seen

finding-health_unknown = { $why ->
    [forbidden] Jeg har ikke tillatelse til å se om Microsoft har et kjent problem for øyeblikket.
   *[other] Jeg kunne ikke se om Microsoft har et kjent problem for øyeblikket.
  }
finding-sync_unknown = { $why ->
    [forbidden] Jeg har ikke tillatelse til å se om synkroniseringen med organisasjonens egen katalog er i gang.
   *[other] Jeg kunne ikke se om synkroniseringen med organisasjonens egen katalog er i gang.
  }
finding-site_unknown = { $why ->
    [forbidden] Jeg har ikke tillatelse til å se kopien av profilen din på det SharePoint-området.
    [elsewhere] Jeg fant ikke det SharePoint-området i organisasjonen din, så jeg kunne ikke se på kopien av profilen din der.
   *[other] Jeg kunne ikke se kopien av profilen din på det SharePoint-området.
  }
unseen = Dette kunne jeg ikke se: { $what }.
unseen-forbidden = Dette har jeg ikke tillatelse til å se: { $what }.
unseen-account = kontoen din
unseen-source_photo = bildet ditt i Microsoft 365
unseen-policy = reglene for bilder
unseen-profile = SharePoint-profilen din
unseen-sharepoint_photo = bildet ditt i SharePoint
unseen-small_photos = de mindre størrelsene av bildet ditt i SharePoint
unseen-incidents = tjenestetilstanden hos Microsoft
unseen-organization = synkroniseringen med organisasjonens egen katalog
unseen-site_entry = kopien av profilen din på SharePoint-området

## The two photos

store-source = Microsoft 365
store-sharepoint = SharePoint
photo-source-alt = Bildet ditt i Microsoft 365, der det kommer fra
photo-sharepoint-alt = Bildet ditt i SharePoint
photo-none = ikke noe bilde
photo-unseen = kunne ikke ses
photo-since = først sett av meg { $at }
photo-changed = endret mellom { $before } og { $at }
photo-pulled = hentet { $at }

## The texts of a profile

text-empty = (tomt)
texts-same = Likt begge steder: { $names }.
told = Dette har du fortalt meg: { $what }
since = siden { $day }
since-month = siden { $month }
place-teams = i Teams
place-outlook = i Outlook
place-sharepoint = i SharePoint
place-delve = i Delve
place-browser = i nettleseren
place-phone = på telefonen
place-elsewhere = i en annen organisasjon
place-site = på et område
attribute-login = Brukernavn
attribute-display_name = Navn
attribute-first_name = Fornavn
attribute-last_name = Etternavn
attribute-job_title = Stilling
attribute-department = Avdeling
attribute-manager = Leder
attribute-office = Kontor
attribute-work_phone = Jobbtelefon
attribute-mail = E-postadresse
attribute-language = Språk
attribute-mobile = Mobiltelefon
attribute-company = Firma
attribute-employee_id = Ansatt-ID
attribute-address = Adresse

## Buttons

action-facts = Detaljer
action-details = Detaljer til brukerstøtten

action-resync = Synkroniser på nytt
action-start = Start
action-back = Ikke nå
action-check = Sjekk igjen
action-status = Hvordan ligger det an?
action-remind = Minn meg på det
action-stop = Stopp
action-mute = Slå av meldinger
action-unmute = Slå på meldinger
action-history = Hva er gjort?
action-change = Endre bildet mitt
action-helpdesk = Spør brukerstøtten
action-open-account = Åpne Min konto
action-open-photo = Endre i Microsoft 365
action-open-editor = Rediger i SharePoint
action-open-profile = Vis i Microsoft 365
action-speak = Bruk dette språket
action-privacy = Tilbake
action-export = Eksporter dataene mine
action-forget = Glem meg
action-erase = Ja, glem meg
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
action-ask-stop = Stopp synkroniseringen
action-ask-mute = Ikke send meg meldinger
action-ask-remind = Si fra når det er mulig
action-ask-history = Hva har du gjort?
action-ask-helpdesk = Spør brukerstøtten
action-ask-help = Hva kan du hjelpe med?
action-ask-privacy = Hva lagrer du om meg?
action-ask-language = Hvilke språk kan du?
action-ask-thanks = Takk

## The resync

plan-title = Dette kommer jeg til å gjøre
plan-ask = Jeg ber SharePoint om å hente bildet ditt.
plan-as_person = Jeg ber SharePoint på dine vegne om å hente bildet ditt, med din egen pålogging. Den brukes bare til denne ene forespørselen og blir ikke lagret.
plan-guide = Jeg viser deg hvordan du åpner din egen SharePoint-side. Det får også SharePoint til å hente bildet ditt.
plan-republish = Hvis det ikke hjelper innen ti minutter, og organisasjonen din tillater det, legger jeg det nåværende bildet ditt inn i Microsoft 365 en gang til, akkurat slik det er.
plan-repair = Jeg endrer de to innstillingene i SharePoint-profilen din som hindrer at bildet ditt blir hentet. De gamle verdiene blir tatt vare på.
plan-watch = Jeg følger med til bildet er på plass, men ikke lenger enn til { $until }.
plan-tell = Jeg forteller deg her hvordan det gikk.
plan-safe = Selve bildet ditt blir ikke endret.
plan-flags = Selve bildet ditt blir ikke endret. En administrator kan reversere endringen i profilen din.
plan-limited = En ny synkronisering kan startes fra { $at } { $minutes ->
    [one] (om ett minutt).
   *[other] (om { $minutes } minutter).
  } Brukerstøtten kan sørge for at du får starte tidligere.

progress-title = Synkroniseringen av bildet ditt er i gang
progress-asked = Forespørselen til SharePoint ble sendt { $at }
progress-ask-failed = Forespørselen til SharePoint mislyktes, så jeg prøver på nytt
progress-as_person = En forespørsel på dine vegne ble sendt til SharePoint { $at }
progress-not-as-person = Jeg fikk ikke bedt SharePoint om det på dine vegne, men alt annet fortsetter
progress-asking = Jeg sender forespørselen til SharePoint
progress-watching = Jeg følger med til bildet er på plass, og sjekker neste gang { $at }
progress-watching-now = Jeg følger med til bildet er på plass
progress-tell = Jeg sier fra her, senest { $until }
progress-guide = Du kan hjelpe til ved å åpne din egen SharePoint-side i et privat nettleservindu. Jeg ser det selv når det har lyktes.
progress-address = Slik gjør du: Kopier adressen nedenfor, åpne et privat vindu i nettleseren, lim inn adressen der, og logg på. Et privat vindu har ingen eldre kopi av bildet ditt.
progress-pulled = SharePoint hentet et bilde { $at }
progress-republish = Bildet ditt ble lagt inn på nytt, uendret, i Microsoft 365 { $at }
progress-repair = To innstillinger i SharePoint-profilen din ble endret { $at }
progress-quiet = Jeg sender ingen melding, men dette kortet viser hvordan det går
progress-changed = Bildet ditt er endret etter at du startet synkroniseringen. Jeg venter nå på det nyeste.
step-done = Ferdig:
step-now = Nå:
step-next = Deretter:

arrived-title = Det nye bildet ditt er på plass i SharePoint.
arrived-proof = Jeg sammenlignet bildene i Microsoft 365 og SharePoint { $at }. De er like.
arrived-cache = Noen apper kan vise en eldre kopi en stund til. Den blir vanligvis oppdatert av seg selv.
arrived-summary = Gode nyheter om bildet ditt

stuck-title = Bildet ditt er ikke på plass i SharePoint ennå.
stuck-unseen = Jeg kunne ikke se om bildet ditt er på plass i SharePoint.
stuck-tried = { $looks ->
    [one] Jeg har sjekket én gang, { $at }.
   *[other] Jeg har sjekket { $looks } ganger, siste gang { $at }.
  }
stuck-removed = Det finnes ikke lenger noe bilde av deg i Microsoft 365, så SharePoint har ingenting å hente.
stuck-next = Brukerstøtten kan ta saken videre herfra. Microsoft har et diagnoseverktøy for administratorer til akkurat slike tilfeller. Referansenummeret er { $case }.
stuck-escalated = Jeg har sendt dette videre til brukerstøtten som sak { $case }, med alt jeg har funnet og prøvd.
stuck-summary = Nytt om bildet ditt
waiting-title = Jeg kommer tilbake til deg om dette
waiting-until = Jeg sjekker igjen { $at }.
waiting-then = Hvis det er noe nytt da, sier jeg fra her. Du trenger ikke å gjøre noe i mellomtiden.
waiting-then-quiet = Jeg sender ingen melding. Dette kortet viser hvordan det ligger an.
reminded-notice = Du ba meg komme tilbake til deg om dette. Hvis du ikke vil ha melding neste gang, kan du velge «Slå av meldinger» på kortet mens påminnelsen venter.
stopped-waiting = Påminnelsen er stoppet, slik du ba om
stopped-waiting-at = Stoppet { $at }. Du kan når som helst spørre meg på nytt.
did-shown = jeg viste på kortet hvordan det gikk, uten å sende en melding
reminded-title = Jeg har sjekket igjen, slik du ba om
reminded-at = Jeg sjekket { $at }, og det jeg fant, kommer i en egen melding
reminded-summary = Du ba meg komme tilbake til deg
stopped-title = Synkroniseringen er stoppet, slik du ba om
stopped-at = Stoppet { $at }. Hvis SharePoint allerede har begynt å hente bildet, kan det fortsatt komme på plass.
outdated = Dette kortet er utdatert. Det nyeste kortet viser hvordan det står til.
muted-notice = Jeg sender deg ingen meldinger om dette.
unmuted-notice = Jeg sender deg meldinger igjen når det er noe nytt.
ended-why-helpdesk = Du får denne meldingen fordi brukerstøtten startet en synkronisering for deg. Hvis du ikke vil ha melding neste gang, kan du velge «Slå av meldinger» på kortet mens synkroniseringen pågår.
ended-why = Du får denne meldingen fordi du startet en synkronisering. Hvis du ikke vil ha melding neste gang, kan du velge «Slå av meldinger» på kortet mens synkroniseringen pågår.
history-title = Dette er gjort, eldst først
history-none = Så langt er det ikke gjort noe med bildet eller profilen din.
did = { $at }: { $what }{ $outcome ->
    [none] {""}
   *[other] {" "}– { $outcome }
  }
did-start = du startet en synkronisering
did-stop = du stoppet det
did-mute = du slo av meldinger
did-unmute = du slo på meldinger
did-remind = du ba om en påminnelse
did-ask = jeg ba SharePoint om å hente bildet ditt
did-as_person = jeg ba SharePoint på dine vegne om å hente bildet ditt
did-republish = jeg la bildet ditt inn på nytt, uendret, i Microsoft 365
did-repair = jeg endret to innstillinger i SharePoint-profilen din
did-undo = en administrator reverserte endringen i SharePoint-profilen din
did-allow = en administrator lot deg starte tidligere
did-arrived = jeg så at bildet ditt var på plass
did-still_stuck = jeg sluttet å vente
did-reminded = jeg sjekket igjen, slik du ba om
did-escalated = jeg sendte dette videre til brukerstøtten
did-told = jeg fortalte deg hvordan det gikk
did-not_told = jeg fikk ikke kontakt med deg
outcome-refused = dette var ikke tillatt
outcome-failed = dette mislyktes
outcome-uncertain = det er ukjent om dette lyktes
outcome-needless = dette var ikke nødvendig
stuck-diagnostic = For administratorer: Microsofts diagnoseverktøy for profilbilder

not-yours = Det kortet tilhører noen andre. Spør meg «Hvorfor er bildet mitt gammelt?», så ser jeg på ditt.
no-case = Jeg har ingenting pågående for deg. Spør meg «Hvorfor er bildet mitt gammelt?», så ser jeg på det.
no-resync-now = Det ville ikke hjelpe å synkronisere på nytt nå.

## Answers

welcome-title = Hei, jeg er Resync
welcome-about = Jeg finner ut hvorfor profilbildet ditt er gammelt eller mangler i Microsoft 365. Hvis du vil, starter jeg en ny synkronisering og sier fra her når det nye bildet er på plass.
welcome-try = Spør meg med dine egne ord, på { $languages }, for eksempel «Hvorfor er bildet mitt gammelt?».
welcome-limits = Jeg ser bare på ditt eget bilde og din egen profil. Til det bruker jeg tillatelser som en administrator i organisasjonen din har gitt meg.
help-title = Dette kan jeg hjelpe deg med
menu-check = Jeg ser på bildet og profilen din og forteller hva jeg finner.
menu-photo_stale = Jeg finner ut hvor bildet har stoppet opp, og hva som hjelper.
menu-photo_change = Jeg forteller deg hvor du endrer bildet, og om du har lov til det.
menu-profile_stale = Jeg sammenligner profilen din med katalogen, felt for felt.
menu-sync_duration = Jeg forteller hvor lang tid det tar, generelt og for deg.
menu-resync = Jeg viser deg hva jeg kommer til å gjøre, og du bestemmer.
menu-status = Jeg forteller hvordan det går med synkroniseringen eller saken din.
menu-tickets = Jeg viser deg sakene dine hos brukerstøtten.
menu-helpdesk = Jeg sender spørsmålet ditt videre, med alt jeg har funnet.
menu-contact = Jeg forteller deg hvordan du når brukerstøtten, og hva du kan si der.
menu-language = Jeg forteller hvilke språk jeg kan, og du velger ett.
menu-privacy = Jeg forteller hva jeg lagrer om deg. Du kan få en kopi eller få det slettet.
menu-help = Jeg viser deg alt jeg kan hjelpe deg med.
welcome-summary = Hei, jeg er Resync
team-welcome = Jeg er Resync. Jeg hjelper folk som har et profilbilde som er gammelt eller mangler. Skriv til meg i en personlig chat, så kan jeg se på ditt eget bilde.
team-added = Lagt til av:
personal-only = Det jeg finner ut om et bilde, er personlig. Spør meg i en personlig chat.
no-identity = Teams fortalte meg ikke hvem du er, så jeg kan ikke se på bildet ditt. Skriv til meg fra din egen jobbkonto, så gjør jeg det.

change-title = Slik endrer du bildet ditt
change-how = Åpne Microsoft 365 på nettet, velg bildet ditt eller initialene dine øverst til høyre, og velg deretter kameraikonet. I Teams velger du bildet ditt eller initialene dine, og så velger du det samme bildet en gang til.
change-size = Bruk en JPEG- eller PNG-fil på høyst 4 MB.
change-after = Bildet vises vanligvis overalt innen et døgn. Noen ganger tar det opptil tre døgn. Skriv til meg hvis det fortsatt ikke vises da.

duration-title = Så lang tid tar det
duration-photo = Et nytt bilde er vanligvis på plass i SharePoint innen et døgn, men noen ganger tar det opptil tre døgn. SharePoint henter et bilde bare når noen ber om det, og høyst én gang på 24 timer.
duration-profile = Hvor lang tid det tar for navn, stilling og avdeling, avhenger av hvor mange endringer som står i kø. Er det få, går det mye raskere. Er det mange, tar det lengre tid.
duration-apps = Teams, Outlook og nettlesere har sine egne kopier. Outlook oppdaterer adresseboken omtrent én gang i døgnet. For dagens Teams er det ikke oppgitt noen tid.

explain-title = Slik fungerer det
explain-photo = Bildet ditt ligger i Microsoft 365. SharePoint lager kopier av det i tre størrelser, men bare når noen ber om det. Vanligvis skjer det når du åpner din egen SharePoint-side. Hvis ingen ber om det, blir det gamle bildet stående. For at det riktige bildet skal vises, må en bildesynkronisering startes, og det hjelper jeg deg med.
explain-profile = Navn, stilling og avdeling kommer fra organisasjonens katalog og hentes inn automatisk med jevne mellomrom.
own-title = For deg
own-pulled = SharePoint hentet sist et bilde av deg { $at }.

profile-change-title = Slik redigerer du profilen din
profile-change-how = Delve ble avviklet 16. desember 2024. Åpne ditt eget profilkort, for eksempel ved å søke etter navnet ditt i Microsoft 365 og velge det under Personer, og velg knappen for å oppdatere profilen din.
profile-change-limits = Navn, stilling, avdeling, leder og jobbtelefon kan ikke redigeres der. De kommer fra organisasjonens katalog.
profile-change-after = Det kan ta opptil to dager før en endring på profilkortet vises overalt.

status-none = Det pågår ingen synkronisering for deg.

helpdesk-title = Brukerstøtten i organisasjonen din
helpdesk-case = Referansenummeret ditt er { $case }. Oppgi nummeret til brukerstøtten.
helpdesk-found = Til brukerstøtten: { $found }
helpdesk-nocase = Fortell meg gjerne først hva som er galt. Da kan du ta med deg det jeg finner ut.
helpdesk-contact = Du når brukerstøtten her: { $contact }
helpdesk-nocontact = Kontakt brukerstøtten i organisasjonen din på vanlig måte.

thanks = Bare hyggelig.
privacy-title = Dette lagrer jeg om deg
privacy-account = ID-en til kontoen din, hvordan jeg når deg i Teams, og språkene dine og tidssonen din: så lenge du har denne appen, og { $days } dager til.
privacy-case = Det jeg har funnet ut om bildet og profilen din, sist { $at }: til { $days } dager etter at du sist spurte meg.
privacy-fingerprints = { $count ->
    [one] Et digitalt fingeravtrykk av bildet eller profilen din, som viser meg om noe er endret. Jeg tar vare på det til { $days } dager etter at jeg sist så det slik. Verken bildet eller tekstene kan ses i det.
   *[other] { $count } digitale fingeravtrykk av bildet og profilen din, som viser meg om noe er endret. Jeg tar vare på hvert av dem til { $days } dager etter at jeg sist så det slik. Verken bildet eller tekstene kan ses i dem.
  }
privacy-log = { $count ->
    [one] En logg over det som er gjort for deg, med én linje så langt. Jeg tar vare på hver linje i { $days } dager.
   *[other] En logg over det som er gjort for deg, med { $count } linjer siden { $since }. Jeg tar vare på hver linje i { $days } dager.
  }
privacy-tickets = { $count ->
    [one] Én sak hos brukerstøtten, med alt som er funnet og skrevet: til { $days } dager etter at den ble avsluttet.
   *[other] { $count } saker hos brukerstøtten, med alt som er funnet og skrevet: hver av dem til { $days } dager etter at den ble avsluttet.
  }
privacy-chat = Det siste vi har skrevet her, i ett døgn, slik at det kan følge med en sak.
privacy-rated = Hvilke av svarene mine du har vurdert, og hva du skrev om dem, i { $days } dager.
privacy-answers = Hvilke svar jeg har gitt deg som du kan vurdere, i { $days } dager.
privacy-repeats = De siste svarene mine til deg, i ett døgn, slik at ingenting blir gjort to ganger hvis Teams gjentar en melding.
privacy-sign-in = Påloggingen din, kryptert slik at bare jeg kan bruke den, til { $at }. Skriv «logg av», så sletter jeg den tidligere.
privacy-work = Det du har gjort som medarbeider i brukerstøtten, sammen med sakene til andre.
privacy-photos = Sammen med en sak hos brukerstøtten tar jeg også vare på små kopier av bildene dine, fordi organisasjonen din har valgt det.
privacy-misses = En melding jeg ikke forstår, tar jeg også vare på, uten navn, adresser og numre, slik at en administrator kan se hva jeg bør lære. Den lagres ikke sammen med kontoen din.
privacy-where = Alt dette ligger i organisasjonens egen database, som administratoren i organisasjonen din drifter.
privacy-page = Det organisasjonen din sier om personvern
privacy-personal-only = Det jeg lagrer om deg, er bare for deg. Spør meg i en personlig chat.
export-summary = En kopi av alt jeg lagrer om deg
export-offered = Filen din er klar. Teams spør deg nå om jeg kan legge den i OneDrive. Du kan svare innen én time.
export-declined = Jeg har ikke lagt filen noe sted. Du kan når som helst velge «Eksporter dataene mine».
export-outdated = Det spørsmålet er allerede besvart, eller det er mer enn en time gammelt. Velg «Eksporter dataene mine», så lager jeg en ny fil.
export-failed = Det gikk ikke å legge filen i OneDrive. Prøv igjen om noen minutter. Hvis det skjer igjen, kan brukerstøtten sørge for at filen blir laget for deg.
export-not-here = I denne versjonen av Teams kan jeg ikke sende filer. En administrator kan lage filen for deg; brukerstøtten kan ordne det.
export-done-summary = Filen din ligger i OneDrive
forget-title = Vil du at jeg skal glemme deg?
forget-goes = Da sletter jeg det jeg lagrer om deg: hvordan jeg når deg, språkene dine, det jeg har funnet, fingeravtrykkene, vurderingene dine og det vi har skrevet her.
forget-sign-in = Påloggingen din slettes også. Du er fortsatt logget på Teams.
forget-resync = Synkroniseringen som pågår for deg, stopper, og du hører ikke mer om den fra meg.
forget-waiting = Du får da ikke påminnelsen du ba om.
forget-tickets = Sakene dine hos brukerstøtten blir der til { $days } dager etter at de ble avsluttet. En sak som fortsatt er åpen, blir trukket tilbake.
forget-log = Loggen viser fortsatt hva som er gjort, men ikke lenger for hvem.
forget-elsewhere = Det som står i denne chatten, og det andre systemer hos brukerstøtten har, kan jeg ikke slette.
forget-outdated = Det spørsmålet er allerede besvart, eller det er mer enn en time gammelt. Derfor spør jeg deg en gang til.
forgotten-title = Jeg har glemt deg
forgotten-stays = Sakene dine hos brukerstøtten blir der til { $days } dager etter at de ble avsluttet.
forgotten-again = Hvis du skriver til meg igjen, begynner vi på nytt.
language = Jeg svarer på språket du skriver på: { $languages }.
language-now = Når en melding ikke viser hvilket språk det er, svarer jeg på dette: { $language }.
unknown-title = Det forsto jeg ikke
unknown-how = Jeg kan svare på spørsmål om profilbilder og profiler i Microsoft 365. Velg et av forslagene, eller spør med andre ord.
between-title = Hva av dette mener du?
failed-title = Noe gikk galt hos meg
failed-how = Det er ikke din feil. Prøv igjen om litt.
pending = Jeg ser fortsatt etter. Svaret kommer her om litt.
case-number = Referansenummer { $case }
next-label = Veien videre

## Buttons of a case at the helpdesk

action-file = Send til brukerstøtten
action-tickets = Mine saker
action-ticket = Sak { $number }
action-comment = Send
action-withdraw = Trekk saken tilbake
action-reopen = Nei, se på det igjen
action-reopen-ended = Åpne saken igjen
action-solved = Ja, det er løst
action-rate = Send svaret mitt
action-hush = Slå av meldinger
action-unhush = Slå på meldinger
action-work = Behandle saken
action-more = Mer
action-take = Ta saken
action-assign = Tildel
action-reply = Svar
action-question = Be om informasjon
action-note = Internt notat
action-resolve = Avslutt saken
action-reopen_for = Gjenåpne
action-diagnose = Sjekk igjen
action-resync_for = Start en synkronisering
action-allow_for = Opphev ventetiden
action-undo_for = Reverser endringen
action-send = Send
action-back-to-case = Tilbake
action-ask-tickets = Mine saker

## A case at the helpdesk, as the person sees it

form-title = Spør brukerstøtten
form-about = Jeg sender med det jeg har funnet og prøvd, og de siste meldingene våre her. Du får et saksnummer med en gang. Ikke skriv passord her: Det som ligner på et passord, blir utelatt.
field-words = Hva er galt?
field-tried = Hva har du allerede prøvd?
field-priority = Hvor mye haster det?
field-contact = Hvordan kan brukerstøtten nå deg, hvis det ikke går her?
field-text = Melding
field-rating = Hvor fornøyd er du med hjelpen?
field-reason = Hva ble resultatet?
field-agent = Til hvem?
field-language = Språk
field-empty = Noe mangler her. Fyll det ut.
field-too-long = Teksten er for lang: { $length } tegn. Høyst { $most } kan sendes. Gjør den kortere. Ingenting har gått tapt.
priority-low = Det kan vente
priority-normal = Normalt
priority-high = Det haster
tried-resync = Jeg startet en synkronisering { $at }.
ticket-open = Sak { $number } hos brukerstøtten
ticket-waiting = Sak { $number }: brukerstøtten har et spørsmål
ticket-resolved = Sak { $number } er avsluttet
ticket-withdrawn = Sak { $number } er trukket tilbake
ticket-passed-on = Brukerstøtten får saken med alt jeg har funnet. Svaret kommer her.
ticket-kept = Brukerstøttens system er ikke tilgjengelig akkurat nå. Jeg har tatt vare på saken din og sender den videre så snart det går.
ticket-with = { $name } arbeider med saken.
ticket-waits-for-you = Brukerstøtten venter på svar fra deg.
ticket-resolved-at = Avsluttet { $at }.
ticket-withdrawn-at = Trukket tilbake { $at }.
ticket-already = Du har allerede sak { $number } om dette. Du kan legge til noe i den her.
ticket-about = Opprettet { $at }{ $words ->
    [none] {""}
   *[other] : { $words }
  }
ticket-moved-on = Saken er endret i mellomtiden. Slik ligger det an nå.
ticket-sent = Jeg har sendt dette videre til brukerstøtten.
ticket-solved-question = Er det løst?
ticket-why = Du får denne meldingen på grunn av sak { $number }. Hvis du ikke vil ha flere meldinger om den, kan du velge «Slå av meldinger» på kortet.
ticket-muted = Jeg sender deg ingen meldinger om denne saken. Dette kortet viser hvordan det ligger an.
ticket-reply-summary = Brukerstøtten har svart
ticket-question-summary = Brukerstøtten har et spørsmål
ticket-resolved-summary = Saken din er avsluttet
ticket-reopened-summary = Saken din er gjenåpnet
ticket-resynced-summary = Nytt om saken din
ticket-allowed-summary = Nytt om saken din
rating-thanks = Takk for svaret.
rating-1 = Svært misfornøyd
rating-2 = Misfornøyd
rating-3 = Verken fornøyd eller misfornøyd
rating-4 = Fornøyd
rating-5 = Svært fornøyd
spoken = { $who } · { $at } · { $what }
by-person = { $name ->
    [none] Du
   *[other] { $name }
  }
by-helpdesk = { $name ->
    [none] Brukerstøtten
   *[other] { $name } (brukerstøtten)
  }
by-bot = Resync
spoke-comment = melding
spoke-reply = svar
spoke-question = spørsmål
spoke-resolved = saken er avsluttet
spoke-reopened = saken er gjenåpnet
spoke-withdrawn = saken er trukket tilbake
spoke-resynced = en synkronisering er startet
spoke-allowed = en synkronisering kan startes med en gang
tickets-title = Sakene dine hos brukerstøtten
tickets-none = Du har ingen saker hos brukerstøtten.
tickets-line = { $number } · { $status } · { $at }
status-open = åpen
status-waiting = venter på svar
status-resolved = avsluttet
status-withdrawn = trukket tilbake
not-your-ticket = Den saken tilhører noen andre, så jeg kan ikke vise den til deg. Skriv «mine saker» for å se dine egne.
too-many-tickets = Det kan ikke opprettes flere saker for deg i dag. Du kan legge til noe i en sak du har, eller opprette en ny i morgen. Hvis det haster:
too-many-comments = Jeg kan ikke sende videre mer enn dette på én time. Vent litt, og send så resten.

## A case, as the helpdesk sees it

case-title = Sak { $number }: { $what }
verdict-missing_at_source = ikke noe bilde i Microsoft 365
verdict-blocked_by_policy = brukeren kan ikke endre dette selv
verdict-stuck = SharePoint henger etter
verdict-cache = en eldre kopi vises
verdict-could_not_see = ikke alt kunne sjekkes
verdict-not_due_yet = for tidlig å hente ennå
verdict-incident = et kjent problem hos Microsoft
verdict-ok = alt er i orden
verdict-none = et spørsmål om et bilde eller en profil
case-status = Status
case-agent = Behandles av
case-nobody = ingen ennå
case-priority = Hastegrad
case-words = Hva som er galt
case-tried = Allerede prøvd
case-contact = Kontakt
case-rating = Tilfredshet
case-muted = Brukeren vil ikke ha meldinger om saken; svarene dine står på kortet i chatten.
case-diagnostic = Microsofts diagnoseverktøy «{ $name }» for
case-opened = Åpnet
case-reason = Resultat
case-confirmed = Løst ifølge brukeren
case-at = Også i
case-desk-down = { $desk } er ikke tilgjengelig eller avviser dette ({ $code }). Jeg fortsetter å prøve.
confirmed-yes = ja
confirmed-no = nei
reason-fixed = Det ble rettet
reason-explained = Det ble forklart
reason-not_ours = Det hører ikke til hos oss
reason-duplicate = Det finnes allerede en sak om dette
form-reply = Svar på sak { $number }
form-question = Spørsmål om sak { $number }
form-note = Internt notat i sak { $number }
form-resolve = Avslutt sak { $number }
form-assign = Tildel sak { $number }
form-reply-about = Brukeren leser dette i chatten med meg.
form-question-about = Brukeren leser dette i chatten med meg. Saken venter så på svaret.
form-note-about = Bare brukerstøtten kan lese dette.
form-resolve-about = Brukeren leser meldingen og blir spurt om det er løst.
form-assign-about = Velg noen hos brukerstøtten.
line-taken = { $name } har tatt saken.
line-assigned = { $name } har tildelt saken til { $text }.
line-reply = { $name } til brukeren:
line-question = { $name } spør brukeren:
line-note = Internt notat fra { $name }:
line-resolved = { $name } har avsluttet saken.
line-reopened = { $side ->
    [person] Brukeren, { $name }, har gjenåpnet saken.
   *[other] { $name } har gjenåpnet saken.
  }
line-comment = Brukeren, { $name }:
line-withdrawn = Brukeren, { $name }, har trukket saken tilbake.
line-confirmed = Brukeren sier at det er løst.
line-rated = Brukerens vurdering av hjelpen: { $text }.
line-diagnosed = { $name } har sjekket igjen. Resultatet:
line-resynced = { $name } har startet en synkronisering for brukeren.
line-allowed = { $name } har opphevet ventetiden. Brukeren kan starte en synkronisering med en gang.
line-undone = { $name } har reversert endringen i SharePoint-profilen.
line-arrived = Bildet er på plass i SharePoint.
line-desk_down = { $text } er ikke tilgjengelig eller avviser saken. Jeg fortsetter å prøve.
line-desk_up = { $text } har saken nå.
line-not_delivered = Den siste meldingen har ikke nådd brukeren: Teams tok den ikke imot.{ $text ->
    [later] {" "}Brukeren får den så snart vedkommende er tilbake.
   *[other] {""}
  }
line-maybe_delivered = Det er ukjent om den siste meldingen har nådd brukeren. Den står på kortet for saken i chatten.
line-reachable = Brukeren kan nås igjen.
line-summary = Nytt om sak { $number }
line-left_out = Et system tar ikke imot en av meldingene her ({ $text }). Den står bare i denne tråden.
line-stuck = En synkronisering er avsluttet uten at bildet kom frem.
line-due = Fristen for det første svaret er snart ute.
line-overdue = Fristen for det første svaret er ute.
line-somebody = Noen hos brukerstøtten
found-recent = De nyeste sakene
found-unassigned = Saker som ingen har tatt ennå
found-mine = Dine åpne saker
found-find = Dette fant jeg
found-none = Fant ingen slike saker.
found-line = { $number } · { $status } · { $at } · { $name }
desk-none = Det er ikke angitt ennå hvem som hører til brukerstøtten, så ingenting ble gjort. En administrator kan gjøre det i innstillingene mine.
desk-elsewhere = Saker behandles i brukerstøttens egen kanal.
desk-members-only = Bare medlemmer av brukerstøtten kan gjøre dette.
desk-unknown = Jeg kunne ikke se akkurat nå hvem som hører til brukerstøtten, så ingenting ble gjort. Prøv igjen om litt.
desk-taken = { $name } har allerede tatt saken.
desk-moved-on = Saken er endret i mellomtiden, så dette ble ikke gjort. Status er nå: { $status }.
desk-done = Utført.
desk-yours = Du har tatt saken.
desk-reply = Svaret ditt er på vei til brukeren.
desk-question = Spørsmålet ditt er på vei til brukeren.
desk-note = Notatet er lagret.
desk-resolved = Saken er avsluttet.
desk-not-an-agent = Denne personen hører ikke til brukerstøtten. Velg noen som gjør det.
desk-other-open = Brukeren har allerede en åpen sak om dette: { $number }.
desk-nothing-changed = Ingenting er endret.
desk-no-resync = Det ville ikke hjelpe å synkronisere på nytt nå ({ $found }).
desk-resync-runs = Det pågår allerede en synkronisering for denne brukeren.
desk-no-limit = Det er ingen ventetid for denne brukeren.
desk-undo-needless = Det er ingen endring å reversere.
desk-undo-refused = SharePoint avviste det, fordi jeg mangler en tillatelse. En administrator kan gi meg den.
desk-undo-failed = SharePoint tok det ikke imot. Prøv igjen om noen minutter.
desk-undo-uncertain = SharePoint svarte ikke. Prøv igjen. Bare det som fortsatt avviker, blir endret.
desk-write-instead = Din versjon av Teams støtter ikke denne knappen fullt ut. @-nevn meg i denne tråden, og skriv «ta», «svar» og teksten din, «spør», «notat» eller «avslutt».
desk-assigned = Saken er tildelt.
desk-allowed = Ventetiden er opphevet: Brukeren kan starte en synkronisering med en gang.
desk-resynced = En synkronisering er i gang for brukeren.
desk-undone = Innstillingene har fått tilbake verdiene de hadde før.
desk-reopened = Saken er åpen igjen.
desk-say-what = Skriv det i én melding: ordet, og så teksten din.
desk-which = Skriv dette i tråden til en sak.
desk-help-title = Slik hjelper jeg brukerstøtten
desk-help = Hver sak har et kort og en tråd her. @-nevn meg, og skriv «nyeste», «ledige», «mine», et saksnummer eller «finn» og noen ord. I tråden til en sak kan du skrive «ta», «svar», «spør», «notat» eller «avslutt», og så teksten din. Skriv «status» for å se hva installasjonen min har og mangler.
command-setup = sett opp brukerstøtten, sett opp brukerstøtte
command-recent = nyeste, siste
command-unassigned = ledige, ikke tildelt
command-mine = mine, mine saker
command-find = finn, søk, sak
command-take = ta
command-reply = svar
command-question = spør
command-note = notat
command-resolve = avslutt, løs
command-health = status, sjekk, health
health-well = Alt jeg trenger, er på plass.
health-ill = Dette mangler eller virker ikke:
health-attention = Dette fungerer, men krever oppmerksomhet:
health-useful = Dette ville vært nyttig, men mangler:
health-rest = I orden:
credential-ends = Legitimasjonen som jeg logger på Microsoft 365 med, utløper { $at }. Etter det kan jeg verken se eller skrive noe. Be en administrator om å bytte den ut før den tid. «python app.py check» viser hvordan.
sign-in-why = For å se på bildet og profilen din trenger jeg påloggingen din. Da ser jeg det du selv ser, og ikke noe mer. Teams logger deg vanligvis på av seg selv. Hvis ingenting skjer, kan du spørre meg på nytt. Da svarer jeg med det jeg kan se uten pålogging.
signed-out = Påloggingen din er ikke lenger lagret hos meg. Du er fortsatt logget på Teams.
signed-out-already = Jeg har ikke lagret noen pålogging for deg. Du trenger ikke å gjøre noe.
command-sign-out = logg av, logg ut, logg meg av, logg meg ut, logge av, logge ut
command-forget = glem meg, slett dataene mine, slett mine data, slett opplysningene mine, slett alt om meg
command-export = eksporter dataene mine, eksporter mine data, last ned dataene mine, send meg dataene mine, gi meg en kopi av dataene mine
setup-done = Brukerstøtten bruker denne kanalen fra nå av. Hver sak får et kort her.
setup-elsewhere = Skriv dette i kanalen som brukerstøtten skal bruke.
setup-fixed = En administrator bestemmer i innstillingene mine hvilken kanal brukerstøtten bruker, så jeg kan ikke endre det her.
setup-not-wanted = En administrator må først legge til «channel» under brukerstøtte i innstillingene mine.

## What was done by the helpdesk, and what was refused

did-start_for = brukerstøtten startet en synkronisering for deg
did-allow_for = brukerstøtten lot deg starte tidligere
did-undo_for = brukerstøtten reverserte endringen i SharePoint-profilen din
did-refused = en knapp eller kommando som er ment for noen andre, ble brukt; ingenting ble gjort
did-asked = du spurte om bildet eller profilen din
