### Danish. A finding has two sentences: what is the case, and (next-…) what happens now.

## Findings: the account and the organization

finding-account_not_found = Jeg kunne ikke finde din konto i denne organisations brugerkatalog, så jeg kan ikke se på dit billede.
next-account_not_found = Helpdesken kan kontrollere din konto. Hvis den lige er blevet oprettet, kan du spørge mig igen om en time.

finding-incident = Microsoft har i øjeblikket et problem med { $service }. Det kan forsinke ændringer for alle.
next-incident = Du behøver ikke at gøre noget. Microsoft arbejder på problemet (hændelsesnummer { $incident }). Jeg kan vende tilbage til dig, når det er overstået.

finding-guest = Du er gæst i denne organisation. Dit billede og din profil her er derfor adskilt fra dem, du har i din egen organisation.
next-guest = En administrator i denne organisation kan ændre dem på din gæstekonto. Det kan helpdesken i denne organisation sørge for. Ændringer i din egen organisation slår ikke igennem her.

finding-account_disabled = Logon er slået fra for denne konto, og SharePoint henter ikke ændringer for sådanne konti.
next-account_disabled = En administrator kan slå logon til igen. Det kan helpdesken sørge for. Derefter tager det som regel omkring et døgn.

finding-account_recreated = SharePoint forbinder stadig dit navn med en tidligere konto, der ikke findes længere. Det sker, når en konto er blevet slettet og oprettet igen.
next-account_recreated = En SharePoint-administrator kan rette det med Microsofts diagnoseværktøj ”Site User ID Mismatch”. Det kan helpdesken sørge for, og det tager omkring et døgn.

finding-service_rejected = En tjeneste i Microsoft 365 melder om en fejl på din konto og har ikke hentet alle oplysninger om dig.
next-service_rejected = En administrator skal se på fejlen. Det kan helpdesken sørge for, og jeg har noteret detaljerne til dem. Det kan tage nogle dage.

finding-directory_conflict = Din konto kan ikke synkroniseres fra din organisations eget brugerkatalog, fordi en af dine oplysninger også bruges af en anden konto.
next-directory_conflict = En administrator skal løse konflikten. Det kan helpdesken sørge for. Derefter slår ændringer som regel igennem inden for et døgn.

finding-sync_stopped = Synkroniseringen med din organisations eget brugerkatalog ser ud til at være stoppet. Ændringer i brugerkataloget slår derfor sandsynligvis ikke igennem i øjeblikket.
next-sync_stopped = Giv helpdesken besked, for det berører mange. Når synkroniseringen kører igen, slår ændringer som regel igennem inden for et døgn.

## Findings: who may change a photo

finding-mastered_on_premises = Din organisation administrerer billeder i sit eget brugerkatalog, så de kan ikke skiftes i Microsoft 365.
next-mastered_on_premises = Helpdesken kan sørge for, at dit billede bliver skiftet der. Det nye billede vises som regel i Microsoft 365 omkring et døgn senere.

finding-only_some_may_change = I din organisation er det kun bestemte administratorer, der må skifte billeder.
next-only_some_may_change = Helpdesken kan sørge for, at dit billede bliver skiftet.

finding-policy_unknown = { $why ->
    [forbidden] Jeg har ikke tilladelse til at se reglerne for billeder, så jeg kan ikke sige, om du selv må skifte dit.
   *[other] Jeg kan ikke se reglerne for billeder lige nu, så jeg kan ikke sige, om du selv må skifte dit.
  }
next-policy_unknown = Du kan prøve at uploade et billede. Hvis det ikke kan lade sig gøre, kan helpdesken fortælle dig, hvem der må skifte dit billede.

finding-mailbox_policy = Ingen af de regler for billeder, jeg kan se, forhindrer dig i at skifte dit. Hvis Outlook eller Teams ikke lader dig gøre det, skyldes det sandsynligvis en regel for din postkasse, og den slags regler kan jeg ikke se.
next-mailbox_policy = En administrator kan kontrollere reglerne for din postkasse. Det kan helpdesken sørge for. Det kan tage et døgn, før en ændring af sådan en regel slår igennem.

finding-upload_refused = Microsoft 365 tager kun imod billeder, der er JPEG- eller PNG-filer på højst 4 MB.
next-upload_refused = Gem dit billede som en JPEG-fil, om nødvendigt i en mindre størrelse, og upload det igen. Det vises som regel overalt inden for et døgn. Nogle gange tager det op til tre døgn.

finding-new_upload_refused = Microsoft 365 har et billede af dig. Jeg kan ikke se, hvorfor et andet blev afvist. Kun JPEG- og PNG-filer på højst 4 MB bliver accepteret.
next-new_upload_refused = Gem dit billede som en JPEG-fil, om nødvendigt i en mindre størrelse, og upload det igen. Hvis det bliver afvist en gang til, kan helpdesken se på det.

## Findings: where the photo comes from

finding-mailbox_on_premises = Din postkasse ligger ikke i Microsoft 365, men hos organisationen selv. Det samme gælder det billede, der hører til den.
next-mailbox_on_premises = Helpdesken kan sørge for, at dit billede bliver lagt ind der.

finding-mailbox_is_new = Din postkasse er ny og ikke helt klar endnu. Indtil den er klar, er der ikke adgang til billeder.
next-mailbox_is_new = Det tager som regel et kvarter, men nogle gange et døgn. Jeg kan vende tilbage til dig { $look_again_at }.

finding-no_mailbox = Microsoft 365 har ikke noget billede af dig. Din konto har ingen postkasse, og det er som regel derfra, billederne kommer.
next-no_mailbox = Du kan føje et billede til din konto. Helpdesken kan også fortælle dig, om din licens omfatter en postkasse.

finding-no_photo = Microsoft 365 har ikke noget billede af dig, så der er ikke noget at vise.
next-no_photo = Tilføj et billede, så vises det som regel overalt inden for et døgn. Nogle gange tager det op til tre døgn.

finding-directory_photo = Microsoft 365 og SharePoint har det samme billede af dig. Det er meget lille og kommer sandsynligvis fra din organisations eget brugerkatalog.
next-directory_photo = Helpdesken kan sørge for, at der bliver lagt et nyt billede ind der, eller fortælle dig, om du selv må uploade et. Det vises som regel omkring et døgn senere.

## Findings: nothing can be said

finding-throttled = Microsoft 365 bad mig vente med at se efter, så jeg kan endnu ikke sige, hvad der er galt.
next-throttled = { $retry_at ->
    [none] Prøv igen om et par minutter.
   *[other] Jeg kan tjekke igen fra { $retry_at }.
  }

finding-permission_missing = Jeg har ikke tilladelse til at se alt det, jeg har brug for, så jeg kan ikke sige, hvad der er galt.
next-permission_missing = En administrator skal først give mig en tilladelse. Det kan helpdesken sørge for.

finding-sign_in_refused = Microsoft 365 lod mig ikke logge på, så jeg kan ikke sige, hvad der er galt.
next-sign_in_refused = En administrator skal se på mine indstillinger. Det kan helpdesken sørge for.

finding-signed_out = Uden dit logon kan jeg ikke se dit billede og din profil, så jeg kan ikke sige, hvad der er galt.
next-signed_out = Vælg ”Tjek igen”, så logger Teams dig på. Hvis det ikke virker, kan helpdesken hjælpe.

finding-other_geography = Din SharePoint-profil ligger i en anden region, som jeg ikke har adgang til. Derfor kan jeg ikke sige, hvad der er galt.
next-other_geography = En administrator kan føje regionen til mine indstillinger. Det kan helpdesken sørge for.

finding-not_seen = En del af Microsoft 365 svarede ikke, som den skulle, så jeg kan ikke sige, hvad der er galt.
next-not_seen = Det går som regel over. Prøv igen om et par minutter, eller lad mig vende tilbage til dig.

finding-account_unknown = { $why ->
    [forbidden] Jeg har ikke tilladelse til at se din konto. Derfor kan jeg ikke sige, om du er gæst, om du har en postkasse, og om du må bruge SharePoint.
   *[other] Jeg kan ikke se din konto lige nu. Derfor kan jeg ikke sige, om du er gæst, om du har en postkasse, og om du må bruge SharePoint.
  }
next-account_unknown = { $why ->
    [forbidden] Så vidt jeg kan se, har Microsoft 365 og SharePoint det samme billede af dig. En administrator kan give mig den tilladelse, jeg mangler. Det kan helpdesken sørge for.
   *[other] Så vidt jeg kan se, har Microsoft 365 og SharePoint det samme billede af dig. Tjek igen om et par minutter.
  }

## Findings: the way to SharePoint

finding-not_licensed = Du har ingen profil i SharePoint, fordi din konto ikke har en licens til SharePoint.
next-not_licensed = Helpdesken kan fortælle dig, om du får en licens. Hvis du får en, bliver der som regel oprettet en profil inden for et døgn derefter.

finding-no_profile = Du har endnu ingen profil i SharePoint, så dit billede kan ikke vises der.
next-no_profile = Åbn SharePoint én gang, så bliver der som regel oprettet en profil inden for et døgn. Hvis profilen stadig mangler derefter, kan helpdesken kontrollere din licens.

finding-photo_without_mailbox = Microsoft 365 har et billede af dig, men SharePoint viser det ikke. Din konto har ingen postkasse, og måske henter SharePoint ikke billeder for sådanne konti.
next-photo_without_mailbox = Du kan selv lægge billedet ind i din SharePoint-profil: Vælg ”Skift mit billede”. Helpdesken kan også fortælle dig, om din licens omfatter en postkasse.

finding-pull_switched_off = SharePoint viser ikke det billede, Microsoft 365 har af dig, og for din konto er SharePoint indstillet til ikke at hente billeder.
next-pull_switched_off = En administrator kan se på den indstilling. Det kan helpdesken sørge for.

finding-pull_stuck = SharePoint viser stadig ikke det billede, Microsoft 365 har af dig, selvom min anmodning om at hente det blev sendt { $asked_at }.
next-pull_stuck = En administrator kan køre Microsofts diagnoseværktøj til profilbilleder og kontrollere indstillingerne for egenskaben ”Billede”. Det kan helpdesken sørge for.

finding-placeholder_shown = Microsoft 365 har et billede af dig, men SharePoint fik det ikke ved det seneste forsøg og viser et tomt billede.
next-placeholder_shown = Jeg kan bede SharePoint om at hente det igen. Hvis alt går godt, er det på plads senest { $expected_by }.

finding-never_pulled = Microsoft 365 har et billede af dig, men SharePoint har aldrig hentet det.
next-never_pulled = Jeg kan bede SharePoint om at hente det. Hvis alt går godt, er det på plads senest { $expected_by }.

finding-pull_not_due = SharePoint viser endnu ikke det billede, Microsoft 365 har af dig, fordi SharePoint højst henter et billede én gang i døgnet.
next-pull_not_due = Der er ikke noget galt. SharePoint hentede sidst et billede { $pulled_at }. Det kan ske igen fra { $possible_at }. Jeg kan vende tilbage til dig på det tidspunkt. Dit billede er som regel på plads senest { $expected_by }.

finding-sharepoint_behind = SharePoint viser ikke det billede, Microsoft 365 har af dig. Sandsynligvis har ingen endnu bedt SharePoint om at hente det nye.
next-sharepoint_behind = Jeg kan bede SharePoint om at hente det. Hvis alt går godt, er det på plads senest { $expected_by }.

finding-sizes_differ = SharePoint viser dit nye billede i én størrelse, men stadig det tidligere i en anden.
next-sizes_differ = Jeg kan bede SharePoint om at hente det igen. Hvis alt går godt, er alle størrelser i orden senest { $expected_by }.

finding-picture_unreadable = Et af dine billeder har et format, som jeg ikke kan læse, så jeg kan ikke sammenligne dem.
next-picture_unreadable = Upload dit billede igen som en JPEG- eller PNG-fil.

finding-picture_elsewhere = SharePoint angiver en placering for dit billede, hvor jeg ikke leder. Derfor kan jeg ikke sammenligne de to billeder.
next-picture_elsewhere = Upload dit billede igen i Microsoft 365. Hvis SharePoint stadig viser et andet billede efter { $expected_by }, kan helpdesken se på det.

finding-picture_state_unknown = Microsoft 365 og SharePoint har det samme billede af dig, men SharePoint angiver en status for det, som jeg ikke kender.
next-picture_state_unknown = Hvis du ikke kan se dit billede i SharePoint, kan helpdesken se på det. Detaljerne ligger klar til dem.

finding-pulled_another = SharePoint hentede sidst et billede { $pulled_at }. På det tidspunkt havde Microsoft 365 allerede dit nuværende billede, men SharePoint viser stadig et andet.
next-pulled_another = En administrator kan køre Microsofts diagnoseværktøj til profilbilleder. Det kan helpdesken sørge for. Du kan også lade mig bede SharePoint om at hente billedet en gang til.

## Findings: only a copy is old

finding-only_cached = Microsoft 365 og SharePoint har det samme billede af dig. Hvis du ser et andet et sted, er det en ældre kopi.
next-only_cached = { $place ->
    [teams] Teams har sine egne kopier og opdaterer dem automatisk. Det er ikke offentliggjort, hvor lang tid det tager i den nuværende version af Teams. Det hjælper ofte at logge af Teams og logge på igen. Sammenlign med Teams i en webbrowser.
   *[other] Sådanne kopier opdateres som regel af sig selv. Det er ikke offentliggjort, hvor lang tid det tager i de enkelte apps. Det hjælper ofte at logge af og på igen eller at bruge et privat browservindue.
  }

finding-cached_in_outlook = Microsoft 365 og SharePoint har det samme billede af dig. Det, du ser i Outlook, er sandsynligvis en ældre kopi.
next-cached_in_outlook = Outlook opdaterer sit adressekartotek omkring én gang i døgnet. Hvis du stadig ser det gamle billede efter { $expected_by }, kan du hente adressekartoteket i Outlook og kontrollere, at Outlook er indstillet til at vise billeder.

finding-copied_elsewhere = I denne organisation har Microsoft 365 og SharePoint det samme billede af dig. Det, som folk i en anden organisation ser, er sandsynligvis en kopi, der er gemt der.
next-copied_elsewhere = Sådan en kopi opdateres som regel af sig selv, men det kan tage nogle dage. Herfra kan der ikke gøres noget ved den, men den anden person kan logge af og på igen.

finding-cached_in_browser = Microsoft 365 og SharePoint har det samme billede af dig. Det, du ser, er sandsynligvis en kopi, som din browser har gemt.
next-cached_in_browser = Genindlæs siden, eller åbn den i et privat browservindue for at sammenligne.

finding-site_copy_old = Din profil er korrekt, men dette websted viser stadig en ældre kopi af den. Hvert websted har sin egen kopi og opdaterer den kun for personer, der er aktive der.
next-site_copy_old = Rediger eller upload noget på webstedet, så bliver kopien som regel opdateret inden for et døgn. Hvis ikke, kan webstedets ejer eller helpdesken sørge for, at den bliver rettet.

finding-site_unnamed = Microsoft 365 og SharePoint har det samme billede af dig. Et websted har sin egen kopi og opdaterer den kun for personer, der er aktive der.
next-site_unnamed = Send mig adressen på webstedet, så ser jeg på kopien der. Hvis du redigerer eller uploader noget på webstedet, bliver kopien som regel opdateret inden for et døgn.

finding-hidden_from_lists = Du er skjult på adresselister, så andre kan måske ikke finde dig og dit billede, når de søger.
next-hidden_from_lists = Hvis det ikke er meningen, kan en administrator ændre det. Det kan helpdesken sørge for. Ændringen vises som regel omkring et døgn senere.

finding-all_in_order = Microsoft 365 og SharePoint har det samme billede af dig. Alt er i orden.
next-all_in_order = Du behøver ikke at gøre noget.

## Findings: the texts of a profile

finding-texts_differ = Noget af det, der står om dig i din organisations brugerkatalog, er endnu ikke nået frem til SharePoint.
next-texts_differ = Det sker som regel inden for et døgn, altså senest { $expected_by }. Hvor lang tid det tager, afhænger af, hvor mange ændringer der er i kø. Er der få, går det meget hurtigere. Er der mange, tager det længere tid. Jeg kan ikke starte det for dig.

finding-texts_overdue = Noget af det, der står om dig i din organisations brugerkatalog, er ikke nået frem til SharePoint, selvom der er gået mere end et døgn.
next-texts_overdue = Det burde være nået frem nu. En administrator kan se på det. Det kan helpdesken sørge for.

finding-directory_is_master = Det, der står om dig i din organisations brugerkatalog, er det samme som det, SharePoint viser.
next-directory_is_master = { $master ->
    [premises] Navn, stilling, afdeling, leder og arbejdstelefon kommer fra din organisations eget brugerkatalog. En ændring i SharePoint eller Microsoft 365 bliver overskrevet efter noget tid. Helpdesken eller HR kan sørge for, at oplysningerne bliver ændret i brugerkataloget. Derefter vises ændringen som regel inden for et døgn.
    [probably] Navn, stilling, afdeling, leder og arbejdstelefon kommer sandsynligvis fra din organisations eget brugerkatalog. I så fald bliver en ændring i SharePoint eller Microsoft 365 overskrevet efter noget tid. Helpdesken eller HR kan sørge for, at oplysningerne bliver ændret i brugerkataloget. Derefter vises ændringen som regel inden for et døgn.
   *[cloud] Navn, stilling, afdeling, leder og arbejdstelefon kommer fra din organisations brugerkatalog. En ændring i SharePoint bliver overskrevet efter noget tid. Helpdesken eller HR kan sørge for, at oplysningerne bliver ændret i brugerkataloget. Derefter vises ændringen som regel inden for et døgn.
  }

finding-texts_cached = Det, der står om dig i din organisations brugerkatalog, er det samme som det, SharePoint viser. Det, du ser andre steder, er sandsynligvis en ældre kopi.
next-texts_cached = Sådanne kopier opdateres som regel af sig selv. Det kan tage op til to døgn, før ændringer vises på profilkort. På et SharePoint-websted hjælper det ofte at redigere eller uploade noget der. Hvis der ikke sker noget, kan helpdesken se på det.

finding-field_not_synced = SharePoint henter ikke dette fra din organisations brugerkatalog: { $field }.
next-field_not_synced = En ændring i brugerkataloget bliver ikke vist i SharePoint. Måske kan du selv redigere oplysningen i din profil. Hvis ikke, kan en administrator sørge for, at den bliver udfyldt.

## What could not be seen

finding-health_unknown = { $why ->
    [forbidden] Jeg har ikke tilladelse til at se, om Microsoft har et kendt problem i øjeblikket.
   *[other] Jeg kunne ikke se, om Microsoft har et kendt problem i øjeblikket.
  }
finding-sync_unknown = { $why ->
    [forbidden] Jeg har ikke tilladelse til at se, om synkroniseringen med din organisations eget brugerkatalog kører.
   *[other] Jeg kunne ikke se, om synkroniseringen med din organisations eget brugerkatalog kører.
  }
finding-site_unknown = { $why ->
    [forbidden] Jeg har ikke tilladelse til at se kopien af din profil på det websted.
    [elsewhere] Jeg fandt ikke det websted i din organisation, så jeg kunne ikke se på kopien af din profil der.
   *[other] Jeg kunne ikke se kopien af din profil på det websted.
  }
unseen = Dette kunne jeg ikke se: { $what }.
unseen-forbidden = Dette har jeg ikke tilladelse til at se: { $what }.
unseen-account = din konto
unseen-source_photo = dit billede i Microsoft 365
unseen-policy = reglerne for billeder
unseen-profile = din SharePoint-profil
unseen-sharepoint_photo = dit billede i SharePoint
unseen-small_photos = de mindre størrelser af dit billede i SharePoint
unseen-incidents = Microsofts tjenestetilstand
unseen-organization = synkroniseringen med din organisations eget brugerkatalog
unseen-site_entry = webstedets kopi af din profil

## The two photos

store-source = Microsoft 365
store-sharepoint = SharePoint
photo-source-alt = Dit billede i Microsoft 365, som er kilden
photo-sharepoint-alt = Dit billede i SharePoint
photo-none = intet billede
photo-unseen = kunne ikke ses
photo-since = jeg så det første gang { $at }
photo-changed = skiftet mellem { $before } og { $at }
photo-pulled = hentet { $at }

## The texts of a profile

text-empty = (tomt)
texts-same = Ens begge steder: { $names }.
told = Det har du fortalt mig: { $what }
since = siden { $day }
since-month = siden { $month }
place-teams = i Teams
place-outlook = i Outlook
place-sharepoint = i SharePoint
place-delve = i Delve
place-browser = i browseren
place-phone = på telefonen
place-elsewhere = i en anden organisation
place-site = på et websted
attribute-login = Brugernavn
attribute-display_name = Navn
attribute-first_name = Fornavn
attribute-last_name = Efternavn
attribute-job_title = Stilling
attribute-department = Afdeling
attribute-manager = Leder
attribute-office = Kontor
attribute-work_phone = Arbejdstelefon
attribute-mail = Mailadresse
attribute-language = Sprog
attribute-mobile = Mobiltelefon
attribute-company = Firma
attribute-employee_id = Medarbejder-id
attribute-address = Adresse

## Buttons

action-facts = Detaljer
action-details = Detaljer til helpdesken

action-resync = Synkroniser igen
action-start = Start
action-back = Ikke nu
action-check = Tjek igen
action-status = Hvor langt er du?
action-remind = Mind mig om det
action-stop = Stop
action-mute = Slå beskeder fra
action-unmute = Slå beskeder til
action-history = Hvad er der gjort?
action-change = Skift mit billede
action-helpdesk = Spørg helpdesken
action-open-account = Åbn Min konto
action-open-photo = Skift i Microsoft 365
action-open-editor = Rediger i SharePoint
action-open-profile = Vis i Microsoft 365
action-speak = Brug dette sprog
action-privacy = Tilbage
action-export = Eksportér mine data
action-forget = Glem mig
action-erase = Ja, glem mig
action-open-sharepoint = Vis i SharePoint
action-ask-check = Tjek mit billede
action-ask-photo_stale = Hvorfor er mit billede gammelt?
action-ask-photo_missing = Mit billede vises ikke
action-ask-photo_change = Skift mit billede
action-ask-profile_stale = Stilling eller navn er forkert
action-ask-profile_change = Rediger min profil
action-ask-sync_duration = Hvor lang tid tager det?
action-ask-sync_explain = Hvordan fungerer det?
action-ask-resync = Synkroniser mit billede igen
action-ask-status = Hvor langt er du?
action-ask-stop = Stop synkroniseringen
action-ask-mute = Send mig ikke flere beskeder
action-ask-remind = Sig til, når det er muligt
action-ask-history = Hvad har du gjort?
action-ask-helpdesk = Spørg helpdesken
action-ask-help = Hvad kan du hjælpe med?
action-ask-privacy = Hvad gemmer du om mig?
action-ask-language = Hvilke sprog kan du?
action-ask-thanks = Tak

## The resync

plan-title = Dette vil jeg gøre
plan-ask = Jeg beder SharePoint om at hente dit billede.
plan-as_person = På dine vegne og med dit eget logon beder jeg SharePoint om at hente dit billede. Dit logon bruges kun til denne ene anmodning og bliver ikke gemt.
plan-guide = Jeg viser dig, hvordan du åbner din egen SharePoint-side. Det får også SharePoint til at hente dit billede.
plan-republish = Hvis det ikke hjælper inden for ti minutter, og din organisation tillader det, lægger jeg dit nuværende billede ind i Microsoft 365 en gang til, præcis som det er.
plan-repair = Jeg retter de to indstillinger i din SharePoint-profil, der forhindrer SharePoint i at hente dit billede. De gamle værdier bliver gemt.
plan-watch = Jeg holder øje, indtil dit billede er på plads, dog ikke længere end til { $until }.
plan-tell = Jeg fortæller dig her, hvordan det er gået.
plan-safe = Selve billedet bliver ikke ændret.
plan-flags = Selve billedet bliver ikke ændret. En administrator kan tilbageføre ændringen i din profil.
plan-limited = Du kan starte en synkronisering fra { $at } ({ $minutes ->
    [one] om ét minut
   *[other] om { $minutes } minutter
  }). Helpdesken kan sørge for, at du får lov til at starte tidligere.

progress-title = Synkroniseringen af dit billede er i gang
progress-asked = Min anmodning blev sendt til SharePoint { $at }
progress-ask-failed = Min anmodning til SharePoint gik ikke igennem, så jeg sender den igen
progress-as_person = En anmodning på dine vegne blev sendt til SharePoint { $at }
progress-not-as-person = Jeg kunne ikke bede SharePoint om det på dine vegne, men alt andet fortsætter
progress-asking = Jeg beder SharePoint om at hente dit billede
progress-watching = Jeg holder øje, indtil billedet er på plads, og tjekker igen { $at }
progress-watching-now = Jeg holder øje, indtil billedet er på plads
progress-tell = Jeg giver dig besked her om resultatet senest { $until }
progress-guide = Du kan hjælpe til ved at åbne din egen SharePoint-side i et privat browservindue. Jeg kan selv se, når det er lykkedes.
progress-address = Sådan gør du: Kopier adressen nedenfor, åbn et privat vindue i din browser, indsæt adressen der, og log på. I et privat vindue er der ingen ældre kopi af dit billede.
progress-pulled = SharePoint hentede et billede { $at }
progress-republish = Dit billede blev lagt uændret ind i Microsoft 365 en gang til { $at }
progress-repair = To indstillinger i din SharePoint-profil blev rettet { $at }
progress-quiet = Jeg sender ingen besked, men dette kort viser, hvordan det går
progress-changed = Dit billede er blevet skiftet, siden du startede. Jeg venter nu på det nyeste.
step-done = Udført:
step-now = Nu:
step-next = Derefter:

arrived-title = Dit nye billede er på plads i SharePoint.
arrived-proof = Jeg sammenlignede billederne i Microsoft 365 og SharePoint { $at }. De er ens.
arrived-cache = Nogle apps viser måske stadig en ældre kopi i et stykke tid. Den opdateres som regel af sig selv.
arrived-summary = Gode nyheder om dit billede

stuck-title = Dit billede er ikke på plads i SharePoint endnu.
stuck-unseen = Jeg kunne ikke se, om dit billede er på plads i SharePoint.
stuck-tried = { $looks ->
    [one] Jeg tjekkede én gang, { $at }.
   *[other] Jeg tjekkede { $looks } gange, sidste gang { $at }.
  }
stuck-removed = Der er ikke længere noget billede af dig i Microsoft 365, så SharePoint har ikke noget at hente.
stuck-next = Helpdesken kan tage over herfra: Microsoft har et diagnoseværktøj til netop dette problem, som en administrator kan køre. Referencenummeret er { $case }.
stuck-escalated = Jeg har sendt dette videre til helpdesken som sag { $case } med alt det, jeg har fundet og prøvet.
stuck-summary = Nyt om dit billede
waiting-title = Jeg vender tilbage til dig om dette
waiting-until = Jeg tjekker igen { $at }.
waiting-then = Hvis der er nyt til den tid, giver jeg dig besked her. Indtil da behøver du ikke at gøre noget.
waiting-then-quiet = Jeg sender ingen besked. Du kan se status på dette kort.
reminded-notice = Du bad mig vende tilbage til dig om dette. Hvis du ikke vil have besked næste gang, kan du vælge ”Slå beskeder fra” på kortet, mens påmindelsen venter.
stopped-waiting = Påmindelsen er stoppet, som du bad om
stopped-waiting-at = Stoppet { $at }. Du kan altid spørge mig igen.
did-shown = jeg viste på kortet, hvordan det gik, uden at sende en besked
reminded-title = Jeg har tjekket igen, som du bad om
reminded-at = Jeg tjekkede { $at }, og resultatet kommer i en besked for sig
reminded-summary = Du bad mig vende tilbage til dig
stopped-title = Synkroniseringen er stoppet, som du bad om
stopped-at = Stoppet { $at }. Hvis SharePoint allerede er begyndt at hente dit billede, kan det stadig nå frem.
outdated = Dette kort er forældet. Du kan se den aktuelle status på det nyeste kort.
muted-notice = Jeg sender dig ingen beskeder om dette.
unmuted-notice = Jeg sender dig beskeder igen, når der er nyt.
ended-why-helpdesk = Du får denne besked, fordi helpdesken startede en synkronisering for dig. Hvis du ikke vil have besked næste gang, kan du vælge ”Slå beskeder fra” på kortet, mens synkroniseringen er i gang.
ended-why = Du får denne besked, fordi du startede en synkronisering. Hvis du ikke vil have besked næste gang, kan du vælge ”Slå beskeder fra” på kortet, mens synkroniseringen er i gang.
history-title = Dette er der gjort, det ældste først
history-none = Der er endnu ikke gjort noget ved dit billede eller din profil.
did = { $at }: { $what }{ $outcome ->
    [none] {""}
   *[other] {" "}– { $outcome }
  }
did-start = du startede en synkronisering
did-stop = du bad mig stoppe
did-mute = du slog beskeder fra
did-unmute = du slog beskeder til
did-remind = du bad om en påmindelse
did-ask = jeg bad SharePoint om at hente dit billede
did-as_person = jeg bad på dine vegne SharePoint om at hente dit billede
did-republish = jeg lagde dit billede uændret ind i Microsoft 365 en gang til
did-repair = jeg rettede to indstillinger i din SharePoint-profil
did-undo = en administrator tilbageførte ændringen i din SharePoint-profil
did-allow = en administrator gav dig lov til at starte tidligere
did-arrived = jeg så, at dit billede var på plads
did-still_stuck = jeg holdt op med at vente
did-reminded = jeg tjekkede igen, som du bad om
did-escalated = jeg sendte dette videre til helpdesken
did-told = jeg fortalte dig, hvordan det gik
did-not_told = jeg kunne ikke få fat i dig
outcome-refused = det var ikke tilladt
outcome-failed = det gik ikke igennem
outcome-uncertain = det vides ikke, om det gik igennem
outcome-needless = det var ikke nødvendigt
stuck-diagnostic = Til administratorer: Microsofts diagnoseværktøj til profilbilleder

not-yours = Det kort tilhører en anden. Spørg mig ”Hvorfor er mit billede gammelt?”, så ser jeg på dit.
no-case = Jeg har ikke noget i gang for dig. Spørg mig ”Hvorfor er mit billede gammelt?”, så ser jeg på det.
no-resync-now = Det vil ikke hjælpe at synkronisere igen nu.

## Answers

welcome-title = Hej, jeg er Resync
welcome-about = Jeg finder ud af, hvorfor dit profilbillede er gammelt eller mangler i Microsoft 365. Hvis du vil, starter jeg en ny synkronisering og giver dig besked her, når det nye billede er på plads.
welcome-try = Spørg mig med dine egne ord på { $languages }, for eksempel ”Hvorfor er mit billede gammelt?”.
welcome-limits = Jeg ser kun på dit eget billede og din egen profil. Det gør jeg med tilladelser, som en administrator i din organisation har givet mig.
help-title = Det kan jeg hjælpe dig med
menu-check = Jeg ser på dit billede og din profil og fortæller, hvad jeg finder.
menu-photo_stale = Jeg finder ud af, hvor billedet sidder fast, og hvad der hjælper.
menu-photo_change = Jeg fortæller, hvor du skifter dit billede, og om du selv må gøre det.
menu-profile_stale = Jeg sammenligner din profil med brugerkataloget, felt for felt.
menu-sync_duration = Jeg fortæller, hvor lang tid det tager, generelt og for dig.
menu-resync = Jeg viser dig, hvad jeg vil gøre, og du bestemmer.
menu-status = Jeg fortæller, hvor langt din synkronisering eller din sag er.
menu-tickets = Jeg viser dig dine sager hos helpdesken.
menu-helpdesk = Jeg sender dit spørgsmål videre med alt det, jeg har fundet.
menu-contact = Jeg fortæller dig, hvordan du kontakter helpdesken, og hvad du kan sige der.
menu-language = Jeg fortæller, hvilke sprog jeg kan, og du vælger et.
menu-privacy = Jeg fortæller, hvad jeg gemmer om dig. Du kan få en kopi eller få det slettet.
menu-help = Jeg viser dig alt det, jeg kan hjælpe dig med.
welcome-summary = Hej, jeg er Resync
team-welcome = Jeg er Resync. Jeg hjælper med profilbilleder, der er gamle eller mangler. Skriv til mig i en personlig chat, så kan jeg se på dit eget billede.
team-added = Tilføjet af:
personal-only = Det, jeg finder ud af om et billede, er personligt. Spørg mig i en personlig chat.
no-identity = Teams har ikke fortalt mig, hvem du er, så jeg kan ikke se på dit billede. Skriv til mig fra din egen arbejdskonto, så gør jeg det.

change-title = Sådan skifter du dit billede
change-how = Åbn Microsoft 365 på internettet, vælg dit billede eller dine initialer øverst til højre, og vælg derefter kameraet. I Teams vælger du dit billede eller dine initialer og derefter det samme billede igen.
change-size = Brug en JPEG- eller PNG-fil på højst 4 MB.
change-after = Billedet vises som regel overalt inden for et døgn. Nogle gange tager det op til tre døgn. Skriv til mig, hvis det ikke sker.

duration-title = Så lang tid tager det
duration-photo = Et nyt billede er som regel på plads i SharePoint inden for et døgn, men nogle gange tager det op til tre døgn. SharePoint henter kun et billede, når nogen beder om det, og højst én gang i løbet af 24 timer.
duration-profile = For navne, stillinger og afdelinger afhænger det af, hvor mange ændringer der er i kø. Er der få, går det meget hurtigere. Er der mange, tager det længere tid.
duration-apps = Teams, Outlook og browsere har deres egne kopier. Outlook opdaterer sit adressekartotek omkring én gang i døgnet. For den nuværende version af Teams er det ikke offentliggjort, hvor lang tid det tager.

explain-title = Sådan fungerer det
explain-photo = Dit billede ligger i Microsoft 365. SharePoint laver kopier af det i tre størrelser, men kun når nogen beder om det. Det sker som regel, når du åbner din egen SharePoint-side. Hvis ingen beder om det, bliver det gamle billede stående. For at det rigtige billede kan blive vist, skal der startes en billedsynkronisering, og det hjælper jeg med.
explain-profile = Navne, stillinger og afdelinger kommer fra din organisations brugerkatalog og bliver kopieret automatisk med jævne mellemrum.
own-title = For dig
own-pulled = SharePoint hentede sidst et billede af dig { $at }.

profile-change-title = Sådan redigerer du din profil
profile-change-how = Delve blev lukket den 16. december 2024. Åbn dit eget profilkort, for eksempel ved at søge efter dit navn i Microsoft 365 og vælge det under Personer. Vælg derefter ”Opdater din profil”.
profile-change-limits = Navn, stilling, afdeling, leder og arbejdstelefon kan ikke redigeres der. De oplysninger kommer fra din organisations brugerkatalog.
profile-change-after = Det kan tage op til to døgn, før en ændring på dit profilkort vises overalt.

status-none = Der er ingen synkronisering i gang for dig.

helpdesk-title = Din helpdesk
helpdesk-case = Dit referencenummer er { $case }. Giv helpdesken dette nummer.
helpdesk-found = Til helpdesken: { $found }
helpdesk-nocase = Fortæl mig gerne først, hvad der er galt. Så kan du tage det, jeg finder, med til helpdesken.
helpdesk-contact = Du kan kontakte helpdesken her: { $contact }
helpdesk-nocontact = Kontakt din organisations helpdesk, som du plejer.

thanks = Det var så lidt.
privacy-title = Det gemmer jeg om dig
privacy-account = Din kontos id, hvordan jeg kan kontakte dig i Teams, og dine sprog og din tidszone: så længe du har denne app, og { $days } dage mere.
privacy-case = Hvad jeg har fundet ud af om dit billede og din profil, senest { $at }: indtil { $days } dage efter, at du sidst spurgte mig.
privacy-fingerprints = { $count ->
    [one] Et digitalt fingeraftryk af dit billede eller din profil, som viser mig, om noget er ændret. Jeg gemmer det indtil { $days } dage efter, at jeg sidst så det sådan. Hverken billedet eller teksterne kan ses i det.
   *[other] { $count } digitale fingeraftryk af dit billede og din profil, som viser mig, om noget er ændret. Jeg gemmer hvert af dem indtil { $days } dage efter, at jeg sidst så det sådan. Hverken billedet eller teksterne kan ses i dem.
  }
privacy-log = { $count ->
    [one] En log over det, der er gjort for dig, med én linje indtil nu. Jeg gemmer hver linje i { $days } dage.
   *[other] En log over det, der er gjort for dig, med { $count } linjer siden { $since }. Jeg gemmer hver linje i { $days } dage.
  }
privacy-tickets = { $count ->
    [one] En sag hos helpdesken med alt det, der er fundet og skrevet: indtil { $days } dage efter, at den blev afsluttet.
   *[other] { $count } sager hos helpdesken med alt det, der er fundet og skrevet: hver af dem indtil { $days } dage efter, at den blev afsluttet.
  }
privacy-chat = Det seneste, vi har skrevet her, i et døgn, så det kan følge med en sag.
privacy-rated = Hvilke af mine svar du har vurderet, og hvad du skrev om dem, i { $days } dage.
privacy-answers = Hvilke svar jeg har givet dig, som du kan vurdere, i { $days } dage.
privacy-repeats = Mine seneste svar til dig, i et døgn, så intet bliver gjort to gange, hvis Teams gentager en besked.
privacy-sign-in = Dit logon, krypteret, så kun jeg kan bruge det, indtil { $at }. Skriv ”log af”, så sletter jeg det tidligere.
privacy-work = Hvad du har gjort som medarbejder i helpdesken, sammen med andres sager.
privacy-photos = Sammen med en sag hos helpdesken gemmer jeg også små kopier af dine billeder, fordi din organisation har valgt det.
privacy-misses = Beskeder, som jeg ikke forstår, gemmer jeg også, men uden navne, adresser og numre, så en administrator kan se, hvad jeg bør lære. De bliver ikke gemt sammen med din konto.
privacy-where = Alt dette ligger i din organisations egen database, som organisationens administrator driver.
privacy-page = Hvad din organisation siger om beskyttelse af personlige oplysninger
privacy-personal-only = Det, jeg gemmer om dig, er kun til dig. Spørg mig i en personlig chat.
export-summary = En kopi af alt det, jeg gemmer om dig
export-offered = Din fil er klar. Teams spørger dig nu, om jeg må lægge den i dit OneDrive. Du kan svare inden for en time.
export-declined = Jeg har ikke lagt filen nogen steder. Du kan altid vælge ”Eksportér mine data”.
export-outdated = Det spørgsmål er allerede besvaret, eller det er mere end en time gammelt. Vælg ”Eksportér mine data”, så laver jeg en ny fil.
export-failed = Filen kunne ikke lægges i dit OneDrive. Prøv igen om nogle minutter. Hvis det sker igen, kan helpdesken sørge for, at filen bliver lavet til dig.
export-not-here = I denne version af Teams kan jeg ikke sende filer. En administrator kan lave filen til dig; helpdesken kan sørge for det.
export-done-summary = Din fil ligger i dit OneDrive
forget-title = Vil du have, at jeg glemmer dig?
forget-goes = Så sletter jeg det, jeg gemmer om dig: hvordan jeg kan kontakte dig, dine sprog, hvad jeg har fundet, fingeraftrykkene, dine vurderinger og det, vi har skrevet her.
forget-sign-in = Dit logon bliver også slettet. Du er stadig logget på Teams.
forget-resync = Den synkronisering, der er i gang for dig, stopper, og du hører ikke mere om den fra mig.
forget-waiting = Du får så ikke den påmindelse, du bad om.
forget-tickets = Dine sager bliver hos helpdesken indtil { $days } dage efter, at de blev afsluttet. En sag, der stadig er åben, bliver trukket tilbage.
forget-log = I loggen står der fortsat, hvad der er gjort, men ikke længere for hvem.
forget-elsewhere = Det, der står i denne chat, og det, som helpdeskens andre systemer har, kan jeg ikke slette.
forget-outdated = Det spørgsmål er allerede besvaret, eller det er mere end en time gammelt. Derfor spørger jeg dig igen.
forgotten-title = Jeg har glemt dig
forgotten-stays = Dine sager bliver hos helpdesken indtil { $days } dage efter, at de blev afsluttet.
forgotten-again = Hvis du skriver til mig igen, begynder vi forfra.
language = Jeg svarer på det sprog, du skriver på: { $languages }.
language-now = Hvis det ikke fremgår af en besked, hvilket sprog den er på, svarer jeg på dette sprog: { $language }.
unknown-title = Det forstod jeg ikke
unknown-how = Jeg kan svare på spørgsmål om profilbilleder og profiler i Microsoft 365. Vælg en af disse muligheder, eller spørg med andre ord.
between-title = Hvad af dette mener du?
failed-title = Noget gik galt hos mig
failed-how = Det er ikke din fejl. Prøv igen om lidt.
pending = Jeg kigger stadig efter. Svaret kommer her om lidt.
case-number = Referencenummer { $case }
next-label = Det sker der nu

## Buttons of a case at the helpdesk

action-file = Send til helpdesken
action-tickets = Mine sager
action-ticket = Sag { $number }
action-comment = Send
action-withdraw = Træk sagen tilbage
action-reopen = Nej, se på det igen
action-reopen-ended = Genåbn sagen
action-solved = Ja, det er løst
action-rate = Send mit svar
action-hush = Slå beskeder fra
action-unhush = Slå beskeder til
action-work = Behandl sagen
action-more = Mere
action-take = Tag sagen
action-assign = Tildel
action-reply = Svar
action-question = Bed om oplysninger
action-note = Intern note
action-resolve = Afslut sagen
action-reopen_for = Genåbn
action-diagnose = Tjek igen
action-resync_for = Synkroniser for brugeren
action-allow_for = Ophæv ventetiden
action-undo_for = Tilbagefør rettelsen
action-send = Send
action-back-to-case = Tilbage
action-ask-tickets = Mine sager

## A case at the helpdesk, as the person sees it

form-title = Spørg helpdesken
form-about = Sammen med din besked sender jeg det, jeg har fundet og prøvet, og vores seneste beskeder her. Du får et sagsnummer med det samme. Skriv ikke adgangskoder her: Det, der ligner en adgangskode, bliver udeladt.
field-words = Hvad er der galt?
field-tried = Hvad har du allerede prøvet?
field-priority = Hvor meget haster det?
field-contact = Hvordan kan helpdesken kontakte dig, hvis det ikke skal være her?
field-text = Besked
field-rating = Hvor tilfreds er du med hjælpen?
field-reason = Hvordan endte det?
field-agent = Hvem skal have sagen?
field-language = Sprog
field-empty = Her mangler der noget. Udfyld feltet.
field-too-long = Teksten er for lang: Den er på { $length } tegn, og der kan højst sendes { $most }. Gør den kortere. Intet er gået tabt.
priority-low = Det kan vente
priority-normal = Normalt
priority-high = Det haster
tried-resync = Jeg startede en synkronisering { $at }.
ticket-open = Sag { $number } hos helpdesken
ticket-waiting = Sag { $number }: Helpdesken har et spørgsmål
ticket-resolved = Sag { $number } er afsluttet
ticket-withdrawn = Sag { $number } er trukket tilbage
ticket-passed-on = Helpdesken får sagen med alt det, jeg har fundet. Svaret kommer her.
ticket-kept = Helpdeskens system svarer ikke i øjeblikket. Jeg har gemt din sag og sender den videre, så snart det kan lade sig gøre.
ticket-with = { $name } arbejder på sagen.
ticket-waits-for-you = Helpdesken venter på dit svar.
ticket-resolved-at = Afsluttet { $at }.
ticket-withdrawn-at = Trukket tilbage { $at }.
ticket-already = Du har allerede en sag om dette: { $number }. Her kan du føje noget til den.
ticket-about = Oprettet { $at }{ $words ->
    [none] {""}
   *[other] : { $words }
  }
ticket-moved-on = Sagen er ændret i mellemtiden. Sådan ser den ud nu.
ticket-sent = Jeg har sendt dette videre til helpdesken.
ticket-solved-question = Er det løst?
ticket-why = Du får denne besked på grund af din sag { $number }. Hvis du ikke vil have flere beskeder om den, kan du vælge ”Slå beskeder fra” på kortet.
ticket-muted = Jeg sender dig ingen beskeder om denne sag. Du kan se status på dette kort.
ticket-reply-summary = Helpdesken har svaret
ticket-question-summary = Helpdesken har et spørgsmål
ticket-resolved-summary = Din sag er afsluttet
ticket-reopened-summary = Din sag er åben igen
ticket-resynced-summary = Nyt om din sag
ticket-allowed-summary = Nyt om din sag
rating-thanks = Tak for dit svar.
rating-1 = Meget utilfreds
rating-2 = Utilfreds
rating-3 = Hverken tilfreds eller utilfreds
rating-4 = Tilfreds
rating-5 = Meget tilfreds
spoken = { $who } · { $at } · { $what }
by-person = { $name ->
    [none] Du
   *[other] { $name }
  }
by-helpdesk = { $name ->
    [none] Helpdesken
   *[other] { $name } (helpdesken)
  }
by-bot = Resync
spoke-comment = besked
spoke-reply = svar
spoke-question = spørgsmål
spoke-resolved = sagen er afsluttet
spoke-reopened = sagen er genåbnet
spoke-withdrawn = sagen er trukket tilbage
spoke-resynced = en synkronisering er startet
spoke-allowed = en synkronisering kan startes med det samme
tickets-title = Dine sager
tickets-none = Du har ingen sager hos helpdesken.
tickets-line = { $number } · { $status } · { $at }
status-open = åben
status-waiting = venter på svar
status-resolved = afsluttet
status-withdrawn = trukket tilbage
not-your-ticket = Den sag tilhører en anden, så jeg kan ikke vise den til dig. Skriv ”mine sager” for at se dine egne.
too-many-tickets = Der kan ikke oprettes flere sager for dig i dag. Du kan føje noget til en sag, du allerede har, eller oprette en ny i morgen. Hvis det haster:
too-many-comments = Mere kan jeg ikke sende videre på én time. Vent lidt, og send så resten.

## A case, as the helpdesk sees it

case-title = Sag { $number }: { $what }
verdict-missing_at_source = intet billede i Microsoft 365
verdict-blocked_by_policy = brugeren må ikke selv skifte det
verdict-stuck = SharePoint er bagefter
verdict-cache = en ældre kopi vises
verdict-could_not_see = ikke alt kunne ses
verdict-not_due_yet = for tidligt endnu
verdict-incident = et kendt problem hos Microsoft
verdict-ok = alt er i orden
verdict-none = et spørgsmål om billede eller profil
case-status = Status
case-agent = Behandles af
case-nobody = ingen endnu
case-priority = Hastegrad
case-words = Hvad der er galt
case-tried = Allerede prøvet
case-contact = Kontakt
case-rating = Tilfredshed
case-muted = Brugeren vil ikke have beskeder om sagen. Dine svar står på kortet i brugerens chat.
case-diagnostic = Microsofts diagnoseværktøj ”{ $name }” for
case-opened = Oprettet
case-reason = Resultat
case-confirmed = Løst ifølge brugeren
case-at = Også i
case-desk-down = { $desk } svarer ikke eller afviser dette ({ $code }). Jeg bliver ved med at prøve.
confirmed-yes = ja
confirmed-no = nej
reason-fixed = Det er blevet rettet
reason-explained = Det er blevet forklaret
reason-not_ours = Det er ikke en opgave for denne helpdesk
reason-duplicate = Der er en anden sag om det
form-reply = Svar på sag { $number }
form-question = Spørgsmål om sag { $number }
form-note = Intern note til sag { $number }
form-resolve = Afslut sag { $number }
form-assign = Tildel sag { $number }
form-reply-about = Brugeren læser dette i sin chat med mig.
form-question-about = Brugeren læser dette i sin chat med mig. Sagen venter på svaret.
form-note-about = Kun helpdesken læser dette.
form-resolve-about = Brugeren læser beskeden og bliver spurgt, om det er løst.
form-assign-about = Vælg en fra helpdesken.
line-taken = { $name } har taget sagen.
line-assigned = { $name } har tildelt sagen til { $text }.
line-reply = { $name } til brugeren:
line-question = { $name } spørger brugeren:
line-note = Intern note fra { $name }:
line-resolved = { $name } har afsluttet sagen.
line-reopened = { $side ->
    [person] Brugeren, { $name }, har genåbnet sagen.
   *[other] { $name } har genåbnet sagen.
  }
line-comment = Brugeren, { $name }:
line-withdrawn = Brugeren, { $name }, har trukket sagen tilbage.
line-confirmed = Brugeren siger, at det er løst.
line-rated = Brugerens vurdering af hjælpen: { $text }.
line-diagnosed = { $name } har tjekket igen. Resultatet:
line-resynced = { $name } har startet en synkronisering for brugeren.
line-allowed = { $name } har ophævet ventetiden. Brugeren kan starte en synkronisering med det samme.
line-undone = { $name } har tilbageført rettelsen af billedindstillingerne.
line-arrived = Billedet er på plads i SharePoint.
line-desk_down = { $text } svarer ikke eller afviser sagen. Jeg bliver ved med at prøve.
line-desk_up = { $text } har sagen nu.
line-not_delivered = Den seneste besked er ikke nået frem til brugeren: Teams tog ikke imod den.{ $text ->
    [later] {" "}Brugeren får den, når vedkommende er tilbage.
   *[other] {""}
  }
line-maybe_delivered = Det vides ikke, om den seneste besked er nået frem til brugeren. Den står på sagens kort i brugerens chat.
line-reachable = Der er igen forbindelse til brugeren.
line-summary = Nyt om sag { $number }
line-left_out = Et helpdesksystem tager ikke imod en af beskederne her ({ $text }). Den står kun i denne tråd.
line-stuck = En synkronisering sluttede, uden at billedet kom på plads.
line-due = Fristen for det første svar udløber snart.
line-overdue = Fristen for det første svar er overskredet.
line-somebody = En medarbejder i helpdesken
found-recent = De nyeste sager
found-unassigned = Sager, som ingen har taget
found-mine = Dine åbne sager
found-find = Dette fandt jeg
found-none = Jeg fandt ingen sådanne sager.
found-line = { $number } · { $status } · { $at } · { $name }
desk-none = Det er endnu ikke angivet, hvem der hører til helpdesken, så der blev ikke gjort noget. En administrator kan angive det i mine indstillinger.
desk-elsewhere = Sager behandles i helpdeskens egen kanal.
desk-members-only = Kun medlemmer af helpdesken kan gøre dette.
desk-unknown = Jeg kan ikke se lige nu, hvem der hører til helpdesken, så der blev ikke gjort noget. Prøv igen om lidt.
desk-taken = { $name } har allerede sagen.
desk-moved-on = Sagen er ændret i mellemtiden, så handlingen blev ikke udført. Sagens status er nu: { $status }.
desk-done = Udført.
desk-yours = Du har sagen.
desk-reply = Dit svar er på vej til brugeren.
desk-question = Dit spørgsmål er på vej til brugeren.
desk-note = Noten er gemt.
desk-resolved = Sagen er afsluttet.
desk-not-an-agent = Denne person hører ikke til helpdesken. Vælg en, der gør.
desk-other-open = Brugeren har allerede en åben sag om dette: { $number }.
desk-nothing-changed = Intet er ændret.
desk-no-resync = Det vil ikke hjælpe at synkronisere igen nu ({ $found }).
desk-resync-runs = Der er allerede en synkronisering i gang for denne bruger.
desk-no-limit = Der er ingen ventetid for denne bruger.
desk-undo-needless = Der er ingen rettelse at tilbageføre.
desk-undo-refused = SharePoint afviste det, fordi jeg mangler en tilladelse. En administrator kan give mig den.
desk-undo-failed = SharePoint tog ikke imod det. Prøv igen om et par minutter.
desk-undo-uncertain = SharePoint svarede ikke. Prøv igen: Kun det, der afviger, bliver ændret.
desk-write-instead = Din version af Teams viser kun en del af mine knapper. Omtal mig med @ her i tråden, og skriv i stedet ”tag”, ”svar” og din tekst, ”spørg”, ”note” eller ”afslut”.
desk-assigned = Sagen er tildelt.
desk-allowed = Ventetiden er ophævet. Brugeren kan starte en synkronisering med det samme.
desk-resynced = Der er en synkronisering i gang for brugeren.
desk-undone = Indstillingerne har fået deres tidligere værdier igen.
desk-reopened = Sagen er åben igen.
desk-say-what = Skriv det i én besked: først ordet og derefter din tekst.
desk-which = Skriv dette i tråden til en sag.
desk-help-title = Sådan hjælper jeg helpdesken
desk-help = Hver sag har et kort og en tråd her. Omtal mig med @, og skriv ”nyeste”, ”ledige”, ”mine”, et sagsnummer eller ”find” og nogle ord. I tråden til en sag skriver du ”tag”, ”svar”, ”spørg”, ”note” eller ”afslut” og derefter din tekst. Skriv ”status” for at se, hvad min installation har og mangler.
command-setup = opsæt helpdesk, opsæt helpdesken, sæt helpdesken op, konfigurer helpdesk, konfigurer helpdesken, setup helpdesk
command-recent = nyeste, seneste, recent, newest
command-unassigned = ledige, ikke tildelt, ikke tildelte, ufordelte, unassigned
command-mine = mine, mine sager, my cases
command-find = find, søg, sag, ticket, search, case
command-take = tag, overtag, take
command-reply = svar, besvar, reply, answer
command-question = spørg, spørgsmål, question, ask
command-note = note, notat, intern note
command-resolve = afslut, luk, løs, løst, resolve, close
command-health = status, tjek, health
health-well = Alt, hvad jeg har brug for, er på plads.
health-ill = Dette mangler eller virker ikke:
health-attention = Dette virker, men kræver opmærksomhed:
health-useful = Dette ville være nyttigt, men mangler:
health-rest = I orden:
credential-ends = De legitimationsoplysninger, som jeg logger på Microsoft 365 med, udløber { $at }. Derefter kan jeg hverken se eller skrive noget. Bed en administrator om at udskifte dem inden da. ”python app.py check” viser hvordan.
sign-in-why = For at se på dit billede og din profil skal jeg bruge dit logon. Så ser jeg det, du selv ser, og ikke mere. Teams logger dig som regel automatisk på. Hvis der ikke sker noget, kan du spørge mig igen. Så svarer jeg med det, jeg kan se uden logon.
signed-out = Dit logon er ikke længere gemt hos mig. Du er stadig logget på Teams.
signed-out-already = Jeg har ikke gemt noget logon for dig. Du behøver ikke at gøre noget.
command-sign-out = log af, log ud, log mig af, log mig ud, logge af, logge ud
command-forget = glem mig, slet mine data, slet mine oplysninger, slet alt om mig
command-export = eksportér mine data, eksporter mine data, download mine data, hent mine data, send mig mine data, eksporter mine oplysninger
setup-done = Fra nu af er dette helpdeskens kanal. Hver sag får et kort her.
setup-elsewhere = Skriv dette i den kanal, som helpdesken skal bruge.
setup-fixed = En administrator bestemmer i mine indstillinger, hvilken kanal helpdesken bruger, så det kan jeg ikke ændre her.
setup-not-wanted = En administrator skal først føje ”channel” til listen over helpdesks i mine indstillinger.

## What was done by the helpdesk, and what was refused

did-start_for = helpdesken startede en synkronisering for dig
did-allow_for = helpdesken gav dig lov til at starte tidligere
did-undo_for = helpdesken tilbageførte ændringen i din SharePoint-profil
did-refused = der blev brugt en knap eller en kommando, der er beregnet til en anden; der blev ikke gjort noget
did-asked = du spurgte om dit billede eller din profil
