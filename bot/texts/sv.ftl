### Swedish. A finding has two sentences: what is the case, and (next-…) what happens now.

## Findings: the account and the organization

finding-account_not_found = Jag hittade inget konto för dig i den här organisationens katalog, så jag kan inte titta på din profilbild.
next-account_not_found = IT-supporten kan kontrollera ditt konto. Om det nyss har skapats kan du fråga mig igen om en timme.

finding-incident = Microsoft har just nu problem med { $service }. Det kan fördröja ändringar för alla.
next-incident = Du behöver inte göra något. Microsoft arbetar med problemet (incidentnummer { $incident }). Jag kan återkomma till dig när det är över.

finding-guest = Du är gäst i den här organisationen. Din profilbild och din profil här är därför skilda från dem i din egen organisation.
next-guest = En administratör i den här organisationen kan ändra dem för ditt gästkonto. IT-supporten här kan ordna det. En ändring i din egen organisation påverkar dem inte.

finding-account_disabled = Inloggningen är avstängd för det här kontot, och SharePoint hämtar inga ändringar för sådana konton.
next-account_disabled = En administratör kan slå på inloggningen igen. IT-supporten kan ordna det. Därefter brukar det ta ungefär ett dygn.

finding-account_recreated = SharePoint kopplar fortfarande ditt namn till ett tidigare konto som inte längre finns. Det händer när ett konto har tagits bort och skapats på nytt.
next-account_recreated = En SharePoint-administratör kan rätta till det med Microsofts diagnostikverktyg ”Site User ID Mismatch”. IT-supporten kan ordna det. Det tar ungefär ett dygn.

finding-service_rejected = En tjänst i Microsoft 365 rapporterar ett fel med ditt konto och har inte tagit emot alla uppgifter om dig.
next-service_rejected = En administratör behöver titta på felet. IT-supporten kan ordna det, och jag har noterat detaljerna åt dem. Det kan ta några dagar.

finding-directory_conflict = Ditt konto kan inte synkroniseras från organisationens egen katalog, eftersom en av dina uppgifter även används av ett annat konto.
next-directory_conflict = En administratör behöver lösa konflikten. IT-supporten kan ordna det. Därefter brukar ändringar slå igenom inom ett dygn.

finding-sync_stopped = Synkroniseringen med organisationens egen katalog verkar ha stannat. Ändringar som görs där slår därför troligen inte igenom just nu.
next-sync_stopped = Hör gärna av dig till IT-supporten, för det här berör många. När synkroniseringen är i gång igen brukar ändringar slå igenom inom ett dygn.

## Findings: who may change a photo

finding-mastered_on_premises = Din organisation hanterar profilbilder i sin egen katalog, så de kan inte ändras i Microsoft 365.
next-mastered_on_premises = IT-supporten kan se till att din profilbild ändras där. Den brukar synas i Microsoft 365 ungefär ett dygn senare.

finding-only_some_may_change = I din organisation får bara vissa administratörer ändra profilbilder.
next-only_some_may_change = IT-supporten kan se till att din profilbild ändras.

finding-policy_unknown = { $why ->
    [forbidden] Jag har inte behörighet att se reglerna för profilbilder, så jag kan inte säga om du får ändra din själv.
   *[other] Jag kunde inte se reglerna för profilbilder just nu, så jag kan inte säga om du får ändra din själv.
  }
next-policy_unknown = Du kan prova att ladda upp en bild. Om det inte går kan IT-supporten berätta vem som får ändra din profilbild.

finding-mailbox_policy = Inget i de regler för profilbilder som jag kan se hindrar dig från att ändra din. Om det ändå inte går i Outlook eller Teams beror det troligen på en regel för din postlåda. De reglerna kan jag inte se.
next-mailbox_policy = En administratör kan kontrollera reglerna för din postlåda. IT-supporten kan ordna det. Det kan ta ett dygn innan en ändrad regel börjar gälla.

finding-upload_refused = Microsoft 365 godtar bara profilbilder som är JPEG- eller PNG-filer på högst 4 MB.
next-upload_refused = Spara bilden som en JPEG-fil, förminska den vid behov och ladda upp den igen. Den brukar synas överallt inom ett dygn, men ibland tar det upp till tre.

finding-new_upload_refused = Microsoft 365 har en profilbild av dig. Varför en annan bild inte godtogs kan jag inte se. Bara JPEG- och PNG-filer på högst 4 MB godtas.
next-new_upload_refused = Spara bilden som en JPEG-fil, förminska den vid behov och ladda upp den igen. Om den inte godtas då heller kan IT-supporten titta på det.

## Findings: where the photo comes from

finding-mailbox_on_premises = Din postlåda finns inte i Microsoft 365 utan i organisationens egen miljö. Detsamma gäller profilbilden som hör till den.
next-mailbox_on_premises = IT-supporten kan se till att din profilbild läggs in där.

finding-mailbox_is_new = Din postlåda är ny och inte riktigt klar ännu. Så länge går det inte att komma åt profilbilder.
next-mailbox_is_new = Det brukar ta en kvart, ibland ett dygn. Jag kan återkomma till dig { $look_again_at }.

finding-no_mailbox = Det finns ingen profilbild av dig i Microsoft 365. Ditt konto har ingen postlåda, och det är vanligtvis därifrån profilbilder kommer.
next-no_mailbox = Du kan lägga till en profilbild i ditt konto. IT-supporten kan också svara på om det ingår en postlåda i din licens.

finding-no_photo = Det finns ingen profilbild av dig i Microsoft 365, så det finns inget att visa.
next-no_photo = Lägg till en, så brukar den synas överallt inom ett dygn, men ibland tar det upp till tre.

finding-directory_photo = Microsoft 365 och SharePoint har samma profilbild av dig. Den är mycket liten och kommer troligen från organisationens egen katalog.
next-directory_photo = IT-supporten kan se till att en ny profilbild läggs in där, eller svara på om du får ladda upp en själv. Den brukar synas ungefär ett dygn senare.

## Findings: nothing can be said

finding-throttled = Microsoft 365 bad mig vänta med att titta, så jag kan inte säga ännu vad problemet är.
next-throttled = { $retry_at ->
    [none] Försök igen om några minuter.
   *[other] Jag kan titta igen tidigast { $retry_at }.
  }

finding-permission_missing = Jag har inte behörighet att titta på allt jag behöver, så jag kan inte säga vad problemet är.
next-permission_missing = En administratör behöver först ge mig den behörighet som saknas. IT-supporten kan ordna det.

finding-sign_in_refused = Microsoft 365 lät mig inte logga in, så jag kan inte säga vad problemet är.
next-sign_in_refused = En administratör behöver titta på mina inställningar. IT-supporten kan ordna det.

finding-signed_out = Utan din inloggning kan jag inte se din profilbild och profil, så jag kan inte säga vad problemet är.
next-signed_out = Välj ”Kontrollera igen” så loggar Teams in dig. Om det inte fungerar kan IT-supporten hjälpa till.

finding-other_geography = Din SharePoint-profil finns i en annan region, där jag inte får titta, så jag kan inte säga vad problemet är.
next-other_geography = En administratör kan lägga till den regionen i mina inställningar. IT-supporten kan ordna det.

finding-not_seen = En del av Microsoft 365 svarade inte som den skulle, så jag kan inte säga vad problemet är.
next-not_seen = Det brukar gå över. Försök igen om några minuter, eller låt mig återkomma till dig.

finding-account_unknown = { $why ->
    [forbidden] Jag har inte behörighet att se ditt konto, så jag kan inte säga om du är gäst, om du har en postlåda eller om du får använda SharePoint.
   *[other] Jag kunde inte se ditt konto just nu, så jag kan inte säga om du är gäst, om du har en postlåda eller om du får använda SharePoint.
  }
next-account_unknown = { $why ->
    [forbidden] Så vitt jag kan se har Microsoft 365 och SharePoint samma profilbild av dig. En administratör kan ge mig den behörighet som saknas. IT-supporten kan ordna det.
   *[other] Så vitt jag kan se har Microsoft 365 och SharePoint samma profilbild av dig. Kontrollera gärna igen om några minuter.
  }

## Findings: the way to SharePoint

finding-not_licensed = SharePoint har ingen profil för dig, eftersom ditt konto inte har någon licens för SharePoint.
next-not_licensed = IT-supporten kan svara på om du kan få en sådan licens. När du har den brukar en profil skapas inom ett dygn.

finding-no_profile = SharePoint har ingen profil för dig ännu och kan därför inte visa din profilbild.
next-no_profile = Öppna SharePoint en gång, så brukar profilen skapas inom ett dygn. Om den fortfarande saknas då kan IT-supporten kontrollera din licens.

finding-photo_without_mailbox = Microsoft 365 har en profilbild av dig, men SharePoint visar den inte. Ditt konto har ingen postlåda, och SharePoint hämtar kanske inte profilbilder för sådana konton.
next-photo_without_mailbox = Du kan själv lägga in bilden i din SharePoint-profil: välj ”Ändra min profilbild”. IT-supporten kan också svara på om det ingår en postlåda i din licens.

finding-pull_switched_off = SharePoint visar inte den profilbild som Microsoft 365 har av dig. För ditt konto är SharePoint inställt på att inte hämta profilbilder.
next-pull_switched_off = En administratör kan titta på den inställningen. IT-supporten kan ordna det.

finding-pull_stuck = Min begäran om hämtning skickades { $asked_at }, men SharePoint visar fortfarande inte den profilbild som Microsoft 365 har av dig.
next-pull_stuck = En administratör kan köra Microsofts diagnostikverktyg för profilbilder och kontrollera inställningarna för egenskapen ”Bild”. IT-supporten kan ordna det.

finding-placeholder_shown = Microsoft 365 har en profilbild av dig, men SharePoint fick den inte vid det senaste försöket och visar en tom bild.
next-placeholder_shown = Jag kan be SharePoint hämta den igen. Om allt går bra är den på plats senast { $expected_by }.

finding-never_pulled = Microsoft 365 har en profilbild av dig, men SharePoint har aldrig hämtat den.
next-never_pulled = Jag kan be SharePoint hämta den. Om allt går bra är den på plats senast { $expected_by }.

finding-pull_not_due = SharePoint visar ännu inte den profilbild som Microsoft 365 har av dig, eftersom SharePoint hämtar en profilbild högst en gång per dygn.
next-pull_not_due = Inget är fel. Den senaste hämtningen gjordes { $pulled_at }, och nästa kan göras tidigast { $possible_at }. Jag kan återkomma till dig då. Din profilbild brukar vara på plats senast { $expected_by }.

finding-sharepoint_behind = SharePoint visar inte den profilbild som Microsoft 365 har av dig. Troligen har ingen bett SharePoint att hämta den nya ännu.
next-sharepoint_behind = Jag kan be SharePoint hämta den. Om allt går bra är den på plats senast { $expected_by }.

finding-sizes_differ = SharePoint visar din nya profilbild i en storlek men fortfarande den förra i en annan.
next-sizes_differ = Jag kan be SharePoint hämta den igen. Om allt går bra stämmer alla storlekar senast { $expected_by }.

finding-picture_unreadable = En av dina profilbilder har ett format som jag inte kan läsa, så jag kan inte jämföra dem.
next-picture_unreadable = Ladda upp din profilbild igen, som en JPEG- eller PNG-fil.

finding-picture_elsewhere = Enligt SharePoint finns din profilbild på en plats där jag inte tittar, så jag kan inte jämföra de två bilderna.
next-picture_elsewhere = Ladda upp din profilbild igen i Microsoft 365. Om SharePoint fortfarande visar en annan bild efter { $expected_by } kan IT-supporten titta på det.

finding-picture_state_unknown = Microsoft 365 och SharePoint har samma profilbild av dig, men SharePoint anger en bildstatus som jag inte känner till.
next-picture_state_unknown = Om du inte ser din profilbild i SharePoint kan IT-supporten titta på det. Detaljerna ligger klara åt dem.

finding-pulled_another = Den senaste hämtningen till SharePoint gjordes { $pulled_at }. Då hade Microsoft 365 redan den här profilbilden, men SharePoint visar fortfarande en annan.
next-pulled_another = En administratör kan köra Microsofts diagnostikverktyg för profilbilder. IT-supporten kan ordna det. Du kan också låta mig be SharePoint en gång till.

## Findings: only a copy is old

finding-only_cached = Microsoft 365 och SharePoint har samma profilbild av dig. Om du ser en annan någonstans är det en äldre kopia du ser.
next-only_cached = { $place ->
    [teams] Teams har egna kopior och uppdaterar dem automatiskt. Det finns inga publicerade uppgifter om hur lång tid det tar i dagens Teams. Det hjälper ofta att logga ut från Teams och logga in igen. Jämför också med Teams i en webbläsare.
   *[other] Sådana kopior brukar uppdateras av sig själva. Det finns inga publicerade uppgifter om hur lång tid det tar i de olika apparna. Det hjälper ofta att logga ut och in igen, eller att använda ett privat webbläsarfönster.
  }

finding-cached_in_outlook = Microsoft 365 och SharePoint har samma profilbild av dig. Det du ser i Outlook är troligen en äldre kopia.
next-cached_in_outlook = Outlook uppdaterar adressboken ungefär en gång per dygn. Om du fortfarande ser den gamla profilbilden efter { $expected_by } kan du ladda ned adressboken i Outlook och kontrollera att Outlook är inställt på att visa profilbilder.

finding-copied_elsewhere = I den här organisationen har Microsoft 365 och SharePoint samma profilbild av dig. Det som personer i en annan organisation ser är troligen en kopia som sparas där.
next-copied_elsewhere = En sådan kopia brukar uppdateras av sig själv, men det kan ta några dagar. Härifrån går det inte att göra något åt den. Däremot kan den andra personen logga ut och in igen.

finding-cached_in_browser = Microsoft 365 och SharePoint har samma profilbild av dig. Det du ser är troligen en kopia som din webbläsare har sparat.
next-cached_in_browser = Läs in sidan igen, eller öppna den i ett privat webbläsarfönster för att jämföra.

finding-site_copy_old = Din profil stämmer, men den här webbplatsen visar fortfarande en äldre kopia av den. Varje webbplats har sin egen kopia och uppdaterar den bara för personer som är aktiva där.
next-site_copy_old = Redigera eller ladda upp något på webbplatsen, så brukar kopian uppdateras inom ett dygn. Om den inte gör det kan webbplatsens ägare eller IT-supporten se till att den rättas.

finding-site_unnamed = Microsoft 365 och SharePoint har samma profilbild av dig. En SharePoint-webbplats har en egen kopia och uppdaterar den bara för personer som är aktiva där.
next-site_unnamed = Skicka webbplatsens adress till mig, så tittar jag på kopian där. Om du redigerar eller laddar upp något på webbplatsen brukar kopian uppdateras inom ett dygn.

finding-hidden_from_lists = Du är dold i adresslistorna, så det är inte säkert att andra hittar dig och din profilbild när de söker.
next-hidden_from_lists = Om det inte är meningen kan en administratör ändra det. IT-supporten kan ordna det. Ändringen brukar synas ungefär ett dygn senare.

finding-all_in_order = Microsoft 365 och SharePoint har samma profilbild av dig. Allt är som det ska.
next-all_in_order = Du behöver inte göra något.

## Findings: the texts of a profile

finding-texts_differ = En del av det som står om dig i organisationens katalog har inte nått SharePoint ännu.
next-texts_differ = Ändringar brukar slå igenom inom ett dygn, i så fall senast { $expected_by }. Hur lång tid det tar beror på hur många ändringar som står i kö: är de få går det mycket fortare, är de många tar det längre tid. Synkroniseringen av de här uppgifterna kan jag inte starta åt dig.

finding-texts_overdue = En del av det som står om dig i organisationens katalog har inte nått SharePoint, trots att det har gått mer än ett dygn.
next-texts_overdue = Vid det här laget borde ändringarna ha slagit igenom. En administratör kan titta på det. IT-supporten kan ordna det.

finding-directory_is_master = Det som står om dig i organisationens katalog stämmer överens med det som SharePoint visar.
next-directory_is_master = { $master ->
    [premises] Namn, titel, avdelning, chef och arbetstelefon kommer från organisationens egen katalog. En ändring i SharePoint eller Microsoft 365 skrivs över efter en tid. IT-supporten eller personalavdelningen kan se till att uppgiften ändras i den katalogen. Därefter brukar ändringen synas inom ett dygn.
    [probably] Namn, titel, avdelning, chef och arbetstelefon kommer troligen från organisationens egen katalog. En ändring i SharePoint eller Microsoft 365 skrivs då över efter en tid. IT-supporten eller personalavdelningen kan se till att uppgiften ändras i den katalogen. Därefter brukar ändringen synas inom ett dygn.
   *[cloud] Namn, titel, avdelning, chef och arbetstelefon kommer från organisationens katalog. En ändring i SharePoint skrivs över efter en tid. IT-supporten eller personalavdelningen kan se till att uppgiften ändras i katalogen. Därefter brukar ändringen synas inom ett dygn.
  }

finding-texts_cached = Det som står om dig i organisationens katalog stämmer överens med det som SharePoint visar. Det du ser någon annanstans är troligen en äldre kopia.
next-texts_cached = Sådana kopior brukar uppdateras av sig själva. Ändringar på profilkort kan ta upp till två dygn. På en SharePoint-webbplats hjälper det ofta att redigera eller ladda upp något. Om inget händer kan IT-supporten titta på det.

finding-field_not_synced = SharePoint hämtar inte den här uppgiften från organisationens katalog: { $field }.
next-field_not_synced = En ändring i katalogen syns inte i SharePoint. Kanske kan du redigera uppgiften i din egen profil. Annars kan en administratör se till att den fylls i.

## What could not be seen

finding-health_unknown = { $why ->
    [forbidden] Jag har inte behörighet att se om Microsoft har något känt problem just nu.
   *[other] Jag kunde inte se om Microsoft har något känt problem just nu.
  }
finding-sync_unknown = { $why ->
    [forbidden] Jag har inte behörighet att se om synkroniseringen med organisationens egen katalog är i gång.
   *[other] Jag kunde inte se om synkroniseringen med organisationens egen katalog är i gång.
  }
finding-site_unknown = { $why ->
    [forbidden] Jag har inte behörighet att se den webbplatsens kopia av din profil.
    [elsewhere] Jag hittade inte den webbplatsen i din organisation, så jag kunde inte titta på kopian av din profil där.
   *[other] Jag kunde inte se den webbplatsens kopia av din profil.
  }
unseen = Det här kunde jag inte se: { $what }.
unseen-forbidden = Det här har jag inte behörighet att se: { $what }.
unseen-account = ditt konto
unseen-source_photo = din profilbild i Microsoft 365
unseen-policy = reglerna för profilbilder
unseen-profile = din SharePoint-profil
unseen-sharepoint_photo = din profilbild i SharePoint
unseen-small_photos = de mindre storlekarna av din profilbild i SharePoint
unseen-incidents = tjänststatusen hos Microsoft
unseen-organization = synkroniseringen med organisationens egen katalog
unseen-site_entry = webbplatsens kopia av din profil

## The two photos

store-source = Microsoft 365
store-sharepoint = SharePoint
photo-source-alt = Din profilbild i Microsoft 365, som den hämtas från
photo-sharepoint-alt = Din profilbild i SharePoint
photo-none = ingen profilbild
photo-unseen = gick inte att se
photo-since = först sedd av mig { $at }
photo-changed = ändrades mellan { $before } och { $at }
photo-pulled = hämtades { $at }

## The texts of a profile

text-empty = (tomt)
texts-same = Samma på båda ställena: { $names }.
told = Det här har du berättat: { $what }
since = sedan { $day }
since-month = sedan { $month }
place-teams = i Teams
place-outlook = i Outlook
place-sharepoint = i SharePoint
place-delve = i Delve
place-browser = i webbläsaren
place-phone = i mobilen
place-elsewhere = i en annan organisation
place-site = på en webbplats
attribute-login = Användarnamn
attribute-display_name = Namn
attribute-first_name = Förnamn
attribute-last_name = Efternamn
attribute-job_title = Titel
attribute-department = Avdelning
attribute-manager = Chef
attribute-office = Kontor
attribute-work_phone = Arbetstelefon
attribute-mail = E-postadress
attribute-language = Språk
attribute-mobile = Mobiltelefon
attribute-company = Företag
attribute-employee_id = Anställnings-ID
attribute-address = Adress

## Buttons

action-facts = Detaljer
action-details = Detaljer för IT-supporten

action-resync = Synkronisera på nytt
action-start = Starta
action-back = Inte nu
action-check = Kontrollera igen
action-status = Hur går det?
action-remind = Påminn mig
action-stop = Stoppa
action-mute = Stäng av meddelanden
action-unmute = Slå på meddelanden
action-history = Vad har gjorts?
action-change = Ändra min profilbild
action-helpdesk = Fråga IT-supporten
action-open-account = Öppna Mitt konto
action-open-photo = Ändra i Microsoft 365
action-open-editor = Redigera i SharePoint
action-open-profile = Visa i Microsoft 365
action-speak = Använd det här språket
action-privacy = Tillbaka
action-export = Exportera mina data
action-forget = Glöm mig
action-erase = Ja, glöm mig
action-open-sharepoint = Visa i SharePoint
action-ask-check = Kontrollera min profilbild
action-ask-photo_stale = Varför är min profilbild gammal?
action-ask-photo_missing = Min profilbild visas inte
action-ask-photo_change = Ändra min profilbild
action-ask-profile_stale = Min titel eller mitt namn är fel
action-ask-profile_change = Redigera min profil
action-ask-sync_duration = Hur lång tid tar det?
action-ask-sync_explain = Hur fungerar det?
action-ask-resync = Synkronisera min profilbild
action-ask-status = Hur går det?
action-ask-stop = Stoppa synkroniseringen
action-ask-mute = Skicka inga meddelanden
action-ask-remind = Säg till när det går
action-ask-history = Vad har du gjort?
action-ask-helpdesk = Fråga IT-supporten
action-ask-help = Vad kan du göra?
action-ask-privacy = Vad sparar du om mig?
action-ask-language = Vilka språk kan du?
action-ask-thanks = Tack

## The resync

plan-title = Det här kommer jag att göra
plan-ask = Jag ber SharePoint hämta din profilbild.
plan-as_person = Jag ber SharePoint i ditt namn att hämta din profilbild, med din egen inloggning. Inloggningen används bara för just den begäran och sparas inte.
plan-guide = Jag visar dig hur du öppnar din egen SharePoint-sida. Även det får SharePoint att hämta din profilbild.
plan-republish = Om det inte hjälper inom tio minuter, och din organisation tillåter det, lägger jag in din nuvarande profilbild i Microsoft 365 en gång till, precis som den är.
plan-repair = Jag rättar de två inställningar i din SharePoint-profil som hindrar SharePoint från att hämta din profilbild. De gamla värdena sparas.
plan-watch = Jag håller utkik tills din profilbild är på plats, som längst till { $until }.
plan-tell = Jag berättar här hur det gick.
plan-safe = Själva profilbilden ändras inte.
plan-flags = Själva profilbilden ändras inte. En administratör kan återställa de gamla värdena i din profil.
plan-limited = Du kan starta en synkronisering tidigast { $at } ({ $minutes ->
    [one] om en minut
   *[other] om { $minutes } minuter
  }). IT-supporten kan ordna så att du får starta tidigare.

progress-title = Din profilbild synkroniseras
progress-asked = Min begäran skickades till SharePoint { $at }
progress-ask-failed = Min begäran till SharePoint gick inte fram; jag skickar den igen
progress-as_person = En begäran i ditt namn skickades till SharePoint { $at }
progress-not-as-person = Jag kunde inte skicka en begäran till SharePoint i ditt namn; allt annat fortsätter
progress-asking = Jag ber SharePoint hämta din profilbild
progress-watching = Jag håller utkik tills profilbilden är på plats, nästa kontroll { $at }
progress-watching-now = Jag håller utkik tills profilbilden är på plats
progress-tell = Jag berättar här hur det gick, senast { $until }
progress-guide = Du kan hjälpa till genom att öppna din egen SharePoint-sida i ett privat webbläsarfönster. Jag ser själv när det har lyckats.
progress-address = Gör så här: kopiera adressen nedan, öppna ett privat fönster i webbläsaren, klistra in adressen där och logga in. I ett privat fönster finns ingen äldre kopia av din profilbild.
progress-pulled = SharePoint hämtade en profilbild { $at }
progress-republish = Din profilbild lades in i Microsoft 365 en gång till, oförändrad, { $at }
progress-repair = Två inställningar i din SharePoint-profil rättades { $at }
progress-quiet = Jag skickar inget meddelande; det här kortet visar hur det går
progress-changed = Din profilbild har ändrats sedan du startade. Nu väntar jag på den nyaste.
step-done = Klart:
step-now = Nu:
step-next = Härnäst:

arrived-title = Din nya profilbild är på plats i SharePoint.
arrived-proof = Jag jämförde profilbilderna i Microsoft 365 och SharePoint { $at }. De är likadana.
arrived-cache = En del appar kan visa en äldre kopia ett tag till. Den brukar uppdateras av sig själv.
arrived-summary = Goda nyheter om din profilbild

stuck-title = Din profilbild är inte på plats i SharePoint ännu.
stuck-unseen = Jag kunde inte se om din profilbild är på plats i SharePoint.
stuck-tried = { $looks ->
    [one] Jag tittade en gång, { $at }.
   *[other] Jag tittade { $looks } gånger, senaste gången { $at }.
  }
stuck-removed = Det finns inte längre någon profilbild av dig i Microsoft 365, så det finns inget för SharePoint att hämta.
stuck-next = IT-supporten kan ta över härifrån. Microsoft har ett diagnostikverktyg för just det här problemet, som en administratör kan köra. Referensnumret är { $case }.
stuck-escalated = Jag har skickat det här vidare till IT-supporten som ärende { $case }, med allt jag har hittat och provat.
stuck-summary = Nytt om din profilbild
waiting-title = Jag återkommer till dig om det här
waiting-until = Jag tittar igen { $at }.
waiting-then = Om det finns något nytt då säger jag till här. Du behöver inte göra något under tiden.
waiting-then-quiet = Jag skickar inget meddelande; det här kortet visar hur det går.
reminded-notice = Du bad mig återkomma till dig om det här. Om du inte vill ha något meddelande nästa gång kan du välja ”Stäng av meddelanden” på kortet medan påminnelsen väntar.
stopped-waiting = Påminnelsen har stoppats, som du bad om
stopped-waiting-at = Stoppades { $at }. Du kan fråga mig igen när som helst.
did-shown = jag visade på kortet hur det gick, utan att skicka något meddelande
reminded-title = Jag har tittat igen, som du bad om
reminded-at = Jag tittade { $at }; det jag hittade kommer i ett separat meddelande
reminded-summary = Du bad mig återkomma till dig
stopped-title = Synkroniseringen har stoppats, som du bad om
stopped-at = Stoppades { $at }. Om SharePoint redan har börjat hämta din profilbild kan den ändå komma fram.
outdated = Det här kortet är inaktuellt. Det senaste kortet visar hur det ser ut nu.
muted-notice = Jag skickar inga meddelanden till dig om det här.
unmuted-notice = Jag skickar ett meddelande till dig igen när det finns något nytt.
ended-why-helpdesk = Du får det här meddelandet eftersom IT-supporten startade en synkronisering åt dig. Om du inte vill ha något nästa gång kan du välja ”Stäng av meddelanden” på kortet medan synkroniseringen pågår.
ended-why = Du får det här meddelandet eftersom du startade en synkronisering. Om du inte vill ha något nästa gång kan du välja ”Stäng av meddelanden” på kortet medan synkroniseringen pågår.
history-title = Det här har gjorts, i tur och ordning
history-none = Hittills har inget gjorts med din profilbild eller profil.
did = { $at }: { $what }{ $outcome ->
    [none] {""}
   *[other] {" "}– { $outcome }
  }
did-start = du startade en synkronisering
did-stop = du stoppade det
did-mute = du stängde av meddelanden
did-unmute = du slog på meddelanden
did-remind = du bad om en påminnelse
did-ask = jag bad SharePoint hämta din profilbild
did-as_person = jag bad SharePoint i ditt namn att hämta din profilbild
did-republish = jag lade in din profilbild i Microsoft 365 en gång till, oförändrad
did-repair = jag rättade två inställningar i din SharePoint-profil
did-undo = en administratör återställde de gamla värdena i din SharePoint-profil
did-allow = en administratör lät dig starta tidigare
did-arrived = jag såg att din profilbild var på plats
did-still_stuck = jag slutade vänta
did-reminded = jag tittade igen, som du bad om
did-escalated = jag skickade det här vidare till IT-supporten
did-told = jag berättade för dig hur det gick
did-not_told = jag kunde inte nå dig
outcome-refused = det var inte tillåtet
outcome-failed = det lyckades inte
outcome-uncertain = det är oklart om det lyckades
outcome-needless = det behövdes inte
stuck-diagnostic = För administratörer: Microsofts diagnostikverktyg för profilbilder

not-yours = Det kortet tillhör någon annan. Fråga mig ”Varför är min profilbild gammal?”, så tittar jag på din.
no-case = Jag har inget på gång för dig. Fråga mig ”Varför är min profilbild gammal?”, så tittar jag på den.
no-resync-now = En synkronisering skulle inte hjälpa nu.

## Answers

welcome-title = Hej, jag heter Resync
welcome-about = Jag tar reda på varför din profilbild är gammal eller saknas i Microsoft 365. Om du vill startar jag en synkronisering och berättar här när den nya profilbilden är på plats.
welcome-try = Fråga mig med egna ord, på { $languages }, till exempel ”Varför är min profilbild gammal?”.
welcome-limits = Jag tittar bara på din egen profilbild och profil, med behörigheter som en administratör i din organisation har gett mig.
help-title = Det här kan jag göra
menu-check = Jag tittar på din profilbild och profil och berättar vad jag hittar.
menu-photo_stale = Jag tar reda på var profilbilden har fastnat och vad som hjälper.
menu-photo_change = Jag berättar var du ändrar din profilbild och om du får göra det.
menu-profile_stale = Jag jämför din profil med katalogen, fält för fält.
menu-sync_duration = Jag berättar hur lång tid det tar, i allmänhet och i ditt fall.
menu-resync = Jag visar vad jag kommer att göra, och du bestämmer.
menu-status = Jag berättar hur långt din synkronisering eller ditt ärende har kommit.
menu-tickets = Jag visar dina ärenden hos IT-supporten.
menu-helpdesk = Jag skickar din fråga vidare, med allt jag har hittat.
menu-contact = Jag berättar hur du når IT-supporten och vad du kan säga där.
menu-language = Jag berättar vilka språk jag kan, och du väljer ett.
menu-privacy = Jag berättar vad jag sparar om dig. Du kan få en kopia eller få det raderat.
menu-help = Jag visar dig allt som jag kan göra.
welcome-summary = Hej, jag heter Resync
team-welcome = Jag heter Resync. Jag hjälper till när en profilbild är gammal eller saknas. Skriv till mig i en personlig chatt: där kan jag titta på din egen profilbild.
team-added = Tillagd av:
personal-only = Det jag får veta om en profilbild är personligt. Fråga mig i en personlig chatt.
no-identity = Teams talade inte om för mig vem du är, så jag kan inte titta på din profilbild. Skriv till mig från ditt eget arbetskonto, så gör jag det.

change-title = Så ändrar du din profilbild
change-how = Öppna Microsoft 365 på webben, välj din bild eller dina initialer längst upp till höger och sedan kameran. I Teams väljer du din bild eller dina initialer och sedan samma bild igen.
change-size = Använd en JPEG- eller PNG-fil på högst 4 MB.
change-after = Bilden brukar synas överallt inom ett dygn, men ibland tar det upp till tre. Skriv till mig om den inte syns då.

duration-title = Så lång tid tar det
duration-photo = En ny profilbild brukar nå SharePoint inom ett dygn, men ibland tar det upp till tre dygn. SharePoint hämtar en profilbild bara när någon begär det, och högst en gång på 24 timmar.
duration-profile = För namn, titlar och avdelningar beror det på hur många ändringar som står i kö: är de få går det mycket fortare, är de många tar det längre tid.
duration-apps = Teams, Outlook och webbläsare har egna kopior. Outlook uppdaterar adressboken ungefär en gång per dygn. Det finns inga publicerade uppgifter om hur lång tid det tar i dagens Teams.

explain-title = Så fungerar det
explain-photo = Din profilbild finns i Microsoft 365. SharePoint gör kopior av den i tre storlekar, men bara på begäran: vanligtvis när du öppnar din egen SharePoint-sida. Om ingen begär det ligger den gamla profilbilden kvar. För att rätt bild ska visas måste en synkronisering startas, och det hjälper jag till med.
explain-profile = Namn, titlar och avdelningar kommer från organisationens katalog och kopieras automatiskt med jämna mellanrum.
own-title = I ditt fall
own-pulled = Den senaste hämtningen av din profilbild till SharePoint gjordes { $at }.

profile-change-title = Så redigerar du din profil
profile-change-how = Delve avvecklades den 16 december 2024. Öppna ditt eget profilkort, till exempel genom att söka efter ditt namn i Microsoft 365 och välja det under Personer. Välj sedan ”Uppdatera din profil”.
profile-change-limits = Namn, titel, avdelning, chef och arbetstelefon kan inte redigeras där: de kommer från organisationens katalog.
profile-change-after = Det kan ta upp till två dygn innan en ändring på ditt profilkort syns överallt.

status-none = Det pågår ingen synkronisering för dig.

helpdesk-title = Din IT-support
helpdesk-case = Ditt referensnummer är { $case }. Uppge det när du kontaktar IT-supporten.
helpdesk-found = Till IT-supporten: { $found }
helpdesk-nocase = Om du först berättar för mig vad som är fel kan du ta med dig det jag hittar.
helpdesk-contact = Du når IT-supporten här: { $contact }
helpdesk-nocontact = Kontakta organisationens IT-support på vanligt sätt.

thanks = Ingen orsak.
privacy-title = Det här sparar jag om dig
privacy-account = Ditt kontos ID, hur jag når dig i Teams samt dina språk och din tidszon: så länge du har den här appen, och { $days } dagar till.
privacy-case = Vad jag har kommit fram till om din profilbild och profil, senast { $at }: till { $days } dagar efter att du senast frågade mig.
privacy-fingerprints = { $count ->
    [one] Ett digitalt fingeravtryck av din profilbild eller profil, som visar mig om något har ändrats. Jag sparar det till { $days } dagar efter att jag senast såg det så. Varken bilden eller texterna syns i det.
   *[other] { $count } digitala fingeravtryck av din profilbild och profil, som visar mig om något har ändrats. Jag sparar vart och ett till { $days } dagar efter att jag senast såg det så. Varken bilden eller texterna syns i dem.
  }
privacy-log = { $count ->
    [one] En logg över vad som har gjorts för dig, hittills med en rad. Jag sparar varje rad i { $days } dagar.
   *[other] En logg över vad som har gjorts för dig, med { $count } rader sedan { $since }. Jag sparar varje rad i { $days } dagar.
  }
privacy-tickets = { $count ->
    [one] Ett ärende hos IT-supporten, med allt som har kommit fram och skrivits: till { $days } dagar efter att det avslutades.
   *[other] { $count } ärenden hos IT-supporten, med allt som har kommit fram och skrivits: vart och ett till { $days } dagar efter att det avslutades.
  }
privacy-chat = Det senaste vi har skrivit här, i ett dygn, så att det kan skickas med ett ärende.
privacy-rated = Vilka av mina svar du har betygsatt och vad du skrev då, i { $days } dagar.
privacy-answers = Vilka svar jag har gett dig som du kan betygsätta, i { $days } dagar.
privacy-repeats = Mina senaste svar till dig, i ett dygn, så att ingenting görs två gånger om Teams upprepar ett meddelande.
privacy-sign-in = Din inloggning, krypterad så att bara jag kan använda den, till { $at }. Skriv ”logga ut” så raderar jag den tidigare.
privacy-work = Vad du har gjort som medarbetare i IT-supporten, tillsammans med andras ärenden.
privacy-photos = Med ett ärende hos IT-supporten sparar jag också små kopior av dina profilbilder, eftersom din organisation har valt det.
privacy-misses = Meddelanden som jag inte förstår sparar jag också, men utan namn, adresser och nummer, så att en administratör kan se vad jag borde lära mig. De sparas inte tillsammans med ditt konto.
privacy-where = Allt detta finns i organisationens egen databas, som sköts av din administratör.
privacy-page = Vad din organisation säger om integritet
privacy-personal-only = Det jag sparar om dig är bara till för dig. Fråga mig i en personlig chatt.
export-summary = En kopia av allt jag sparar om dig
export-offered = Din fil är klar. Teams frågar dig nu om jag får lägga den i din OneDrive. Du kan svara inom en timme.
export-declined = Jag har inte lagt filen någonstans. Du kan när som helst välja ”Exportera mina data”.
export-outdated = Den frågan är redan besvarad eller är mer än en timme gammal. Välj ”Exportera mina data” så skapar jag en ny fil.
export-failed = Det gick inte att lägga filen i din OneDrive. Försök igen om några minuter. Om det händer igen kan IT-supporten ordna så att filen skapas åt dig.
export-not-here = I den här versionen av Teams kan jag inte skicka filer. En administratör kan skapa filen åt dig; IT-supporten kan ordna det.
export-done-summary = Din fil finns i din OneDrive
forget-title = Vill du att jag glömmer dig?
forget-goes = Jag raderar då det jag sparar om dig: hur jag når dig, dina språk, vad jag har kommit fram till, fingeravtrycken, dina betyg och det vi har skrivit här.
forget-sign-in = Även din inloggning raderas. Du är fortfarande inloggad i Teams.
forget-resync = Synkroniseringen som pågår för dig stoppas, och du hör inget mer om den från mig.
forget-waiting = Du får då inte den påminnelse som du bad om.
forget-tickets = Dina ärenden hos IT-supporten finns kvar där till { $days } dagar efter att de avslutades. Ett ärende som fortfarande är öppet återkallas.
forget-log = I loggen står det kvar vad som har gjorts, men inte längre för vem.
forget-elsewhere = Det som står i den här chatten och det som finns i IT-supportens andra system kan jag inte radera.
forget-outdated = Den frågan är redan besvarad eller är mer än en timme gammal. Därför frågar jag dig en gång till.
forgotten-title = Jag har glömt dig
forgotten-stays = Dina ärenden hos IT-supporten finns kvar där till { $days } dagar efter att de avslutades.
forgotten-again = Om du skriver till mig igen börjar vi om från början.
language = Jag svarar på det språk du skriver på: { $languages }.
language-now = När det inte framgår vilket språk ett meddelande är skrivet på svarar jag på det här språket: { $language }.
unknown-title = Det där förstod jag inte
unknown-how = Jag kan svara på frågor om profilbilder och profiler i Microsoft 365. Välj något av förslagen, eller fråga med andra ord.
between-title = Vad menar du?
failed-title = Något gick fel hos mig
failed-how = Det är inte ditt fel. Försök igen om en liten stund.
pending = Jag tittar fortfarande efter. Svaret kommer här om en liten stund.
case-number = Referensnummer { $case }
next-label = Nästa steg

## Buttons of a case at the helpdesk

action-file = Skicka till IT-supporten
action-tickets = Mina ärenden
action-ticket = Ärende { $number }
action-comment = Skicka
action-withdraw = Återkalla ärendet
action-reopen = Nej, titta på det igen
action-reopen-ended = Öppna ärendet igen
action-solved = Ja, det är löst
action-rate = Skicka mitt svar
action-hush = Stäng av meddelanden
action-unhush = Slå på meddelanden
action-work = Hantera ärendet
action-more = Mer
action-take = Ta ärendet
action-assign = Tilldela
action-reply = Svara
action-question = Be om information
action-note = Intern anteckning
action-resolve = Avsluta ärendet
action-reopen_for = Öppna igen
action-diagnose = Kontrollera igen
action-resync_for = Starta synkronisering
action-allow_for = Ta bort väntetiden
action-undo_for = Återställ inställningar
action-send = Skicka
action-back-to-case = Tillbaka
action-ask-tickets = Mina ärenden

## A case at the helpdesk, as the person sees it

form-title = Fråga IT-supporten
form-about = Jag skickar med det jag har hittat och provat, och våra senaste meddelanden här. Du får ett ärendenummer direkt. Skriv inga lösenord: det som ser ut som ett lösenord utelämnas.
field-words = Vad är fel?
field-tried = Vad har du redan provat?
field-priority = Hur brådskande är det?
field-contact = Hur kan IT-supporten nå dig, om det inte går här?
field-text = Meddelande
field-rating = Hur nöjd är du med hjälpen?
field-reason = Hur slutade det?
field-agent = Till vem?
field-language = Språk
field-empty = Det saknas något här. Fyll i fältet.
field-too-long = Texten är för lång för att skickas: den har { $length } tecken, och högst { $most } får plats. Korta ned den. Inget har gått förlorat.
priority-low = Det kan vänta
priority-normal = Normalt
priority-high = Brådskande
tried-resync = Jag startade en synkronisering { $at }.
ticket-open = Ärende { $number } hos IT-supporten
ticket-waiting = Ärende { $number }: IT-supporten har en fråga
ticket-resolved = Ärende { $number } är avslutat
ticket-withdrawn = Ärende { $number } är återkallat
ticket-passed-on = IT-supporten får ärendet med allt jag har hittat. Svaret kommer här.
ticket-kept = Det går inte att nå IT-supportens system just nu. Ditt ärende är i tryggt förvar hos mig, och jag skickar det vidare så snart det går.
ticket-with = { $name } arbetar med ärendet.
ticket-waits-for-you = IT-supporten väntar på svar från dig.
ticket-resolved-at = Avslutades { $at }.
ticket-withdrawn-at = Återkallades { $at }.
ticket-already = Du har redan ärende { $number } om samma sak. Här kan du komplettera ärendet.
ticket-about = Öppnades { $at }{ $words ->
    [none] {""}
   *[other] : { $words }
  }
ticket-moved-on = Ärendet har ändrats under tiden. Så här ser det ut nu.
ticket-sent = Jag har skickat det här vidare till IT-supporten.
ticket-solved-question = Är det löst?
ticket-why = Du får det här meddelandet på grund av ditt ärende { $number }. Om du inte vill ha fler meddelanden om det kan du välja ”Stäng av meddelanden” på kortet.
ticket-muted = Jag skickar inga meddelanden till dig om det här ärendet. Det här kortet visar hur det går.
ticket-reply-summary = IT-supporten har svarat
ticket-question-summary = IT-supporten har en fråga
ticket-resolved-summary = Ditt ärende är avslutat
ticket-reopened-summary = Ditt ärende är öppet igen
ticket-resynced-summary = Nytt om ditt ärende
ticket-allowed-summary = Nytt om ditt ärende
rating-thanks = Tack för ditt svar.
rating-1 = Mycket missnöjd
rating-2 = Missnöjd
rating-3 = Varken nöjd eller missnöjd
rating-4 = Nöjd
rating-5 = Mycket nöjd
spoken = { $who } · { $at } · { $what }
by-person = { $name ->
    [none] Du
   *[other] { $name }
  }
by-helpdesk = { $name ->
    [none] IT-supporten
   *[other] { $name } (IT-supporten)
  }
by-bot = Resync
spoke-comment = meddelande
spoke-reply = svar
spoke-question = fråga
spoke-resolved = ärendet avslutades
spoke-reopened = ärendet öppnades igen
spoke-withdrawn = ärendet återkallades
spoke-resynced = en synkronisering startades
spoke-allowed = en synkronisering kan startas direkt
tickets-title = Dina ärenden
tickets-none = Du har inga ärenden hos IT-supporten.
tickets-line = { $number } · { $status } · { $at }
status-open = öppet
status-waiting = väntar på svar
status-resolved = avslutat
status-withdrawn = återkallat
not-your-ticket = Det ärendet tillhör någon annan, så jag kan inte visa det för dig. Skriv ”mina ärenden” om du vill se dina egna.
too-many-tickets = Det går inte att öppna fler ärenden för dig i dag. Du kan komplettera ett ärende du redan har, eller öppna ett nytt i morgon. Om det är bråttom:
too-many-comments = Mer än så kan jag inte skicka vidare på en timme. Vänta en stund och skicka sedan resten.

## A case, as the helpdesk sees it

case-title = Ärende { $number }: { $what }
verdict-missing_at_source = ingen profilbild i Microsoft 365
verdict-blocked_by_policy = användaren får inte ändra profilbilden själv
verdict-stuck = SharePoint ligger efter
verdict-cache = en äldre kopia visas
verdict-could_not_see = en del gick inte att se
verdict-not_due_yet = inte dags ännu
verdict-incident = ett känt problem hos Microsoft
verdict-ok = allt är som det ska
verdict-none = en fråga om profilbild eller profil
case-status = Status
case-agent = Handläggare
case-nobody = ingen ännu
case-priority = Prioritet
case-words = Vad som är fel
case-tried = Redan provat
case-contact = Kontakt
case-rating = Nöjdhet
case-muted = Användaren vill inte ha några meddelanden om ärendet. Dina svar syns på kortet i användarens chatt.
case-diagnostic = Microsofts diagnostikverktyg ”{ $name }” för
case-opened = Öppnat
case-reason = Resultat
case-confirmed = Löst enligt användaren
case-at = Även i
case-desk-down = { $desk } går inte att nå eller avvisar det här ({ $code }). Jag fortsätter att försöka.
confirmed-yes = ja
confirmed-no = nej
reason-fixed = Det har åtgärdats
reason-explained = Det har förklarats
reason-not_ours = Det hör inte till den här IT-supporten
reason-duplicate = Det finns ett annat ärende om samma sak
form-reply = Svar på ärende { $number }
form-question = Fråga om ärende { $number }
form-note = Intern anteckning i ärende { $number }
form-resolve = Avsluta ärende { $number }
form-assign = Tilldela ärende { $number }
form-reply-about = Användaren läser det här i sin chatt med mig.
form-question-about = Användaren läser det här i sin chatt med mig. Ärendet väntar på svaret.
form-note-about = Bara IT-supporten läser det här.
form-resolve-about = Användaren läser meddelandet och får frågan om det är löst.
form-assign-about = Välj någon på IT-supporten.
line-taken = { $name } har tagit ärendet.
line-assigned = { $name } har tilldelat { $text } ärendet.
line-reply = { $name } till användaren:
line-question = { $name } frågar användaren:
line-note = Intern anteckning av { $name }:
line-resolved = { $name } har avslutat ärendet.
line-reopened = { $side ->
    [person] Användaren, { $name }, har öppnat ärendet igen.
   *[other] { $name } har öppnat ärendet igen.
  }
line-comment = Användaren, { $name }:
line-withdrawn = Användaren, { $name }, har återkallat ärendet.
line-confirmed = Användaren säger att det är löst.
line-rated = Användarens omdöme om hjälpen: { $text }.
line-diagnosed = { $name } har kontrollerat igen. Resultatet:
line-resynced = { $name } har startat en synkronisering åt användaren.
line-allowed = { $name } har tagit bort väntetiden: användaren kan starta en synkronisering direkt.
line-undone = { $name } har återställt bildinställningarna till de gamla värdena.
line-arrived = Profilbilden är på plats i SharePoint.
line-desk_down = { $text } går inte att nå eller avvisar ärendet. Jag fortsätter att försöka.
line-desk_up = { $text } har ärendet nu.
line-not_delivered = Det senaste meddelandet har inte nått användaren: Teams tog inte emot det.{ $text ->
    [later] {" "}Det levereras när användaren är tillbaka.
   *[other] {""}
  }
line-maybe_delivered = Det är oklart om det senaste meddelandet har nått användaren. Det finns på ärendets kort i användarens chatt.
line-reachable = Användaren går att nå igen.
line-summary = Nytt om ärende { $number }
line-left_out = Ett ärendesystem tar inte emot ett av inläggen här ({ $text }). Det finns bara i den här tråden.
line-stuck = En synkronisering har avslutats utan att profilbilden kom fram.
line-due = Det första svaret behöver skickas snart.
line-overdue = Det första svaret är försenat.
line-somebody = Någon på IT-supporten
found-recent = De nyaste ärendena
found-unassigned = Ärenden som ingen har tagit
found-mine = Dina öppna ärenden
found-find = Det här hittade jag
found-none = Det finns inga sådana ärenden.
found-line = { $number } · { $status } · { $at } · { $name }
desk-none = Det är ännu inte angivet vilka som hör till IT-supporten, så inget har gjorts. En administratör kan ange det i mina inställningar.
desk-elsewhere = Ärenden hanteras i IT-supportens egen kanal.
desk-members-only = Bara medlemmar i IT-supporten kan göra det här.
desk-unknown = Jag kunde inte se just nu vilka som hör till IT-supporten, så inget har gjorts. Försök igen om en liten stund.
desk-taken = { $name } har redan tagit ärendet.
desk-moved-on = Ärendet har ändrats under tiden, så åtgärden utfördes inte. Status är nu: { $status }.
desk-done = Klart.
desk-yours = Du har ärendet.
desk-reply = Ditt svar är på väg till användaren.
desk-question = Din fråga är på väg till användaren.
desk-note = Anteckningen är sparad.
desk-resolved = Ärendet är avslutat.
desk-not-an-agent = Den här personen hör inte till IT-supporten. Välj någon som gör det.
desk-other-open = Användaren har redan ett öppet ärende om det här: { $number }.
desk-nothing-changed = Inget har ändrats.
desk-no-resync = En synkronisering skulle inte hjälpa nu ({ $found }).
desk-resync-runs = En synkronisering pågår redan för den här användaren.
desk-no-limit = Det finns ingen väntetid för den här användaren.
desk-undo-needless = Det finns inget att återställa.
desk-undo-refused = SharePoint avvisade det, eftersom jag saknar en behörighet. En administratör kan ge mig den.
desk-undo-failed = SharePoint tog inte emot det. Försök igen om några minuter.
desk-undo-uncertain = SharePoint svarade inte. Försök igen: bara det som avviker ändras.
desk-write-instead = Din version av Teams visar bara delvis mina knappar. Skriv i stället ”ta”, ”svara” och din text, ”fråga”, ”anteckning” eller ”avsluta” här i tråden, och omnämn mig med @.
desk-assigned = Ärendet är tilldelat.
desk-allowed = Väntetiden är borttagen: användaren kan starta en synkronisering direkt.
desk-resynced = En synkronisering pågår för användaren.
desk-undone = Inställningarna har fått tillbaka de värden som de hade tidigare.
desk-reopened = Ärendet är öppet igen.
desk-say-what = Skriv det i ett och samma meddelande: först kommandot och sedan din text.
desk-which = Skriv det här i tråden för ett ärende.
desk-help-title = Så hjälper jag IT-supporten
desk-help = Varje ärende har ett kort och en tråd här. Omnämn mig med @ och skriv ”senaste”, ”otilldelade”, ”mina”, ett ärendenummer eller ”sök” och några ord. I tråden för ett ärende skriver du ”ta”, ”svara”, ”fråga”, ”anteckning” eller ”avsluta” och sedan din text. Skriv ”status” för att se vad min installation har och saknar.
command-setup = konfigurera it-supporten, konfigurera it-support, ställ in it-supporten, ställ in it-support, konfigurera helpdesk, ställ in helpdesk, set up helpdesk, setup helpdesk
command-recent = senaste, nyaste, nya, recent, newest
command-unassigned = otilldelade, ej tilldelade, inte tilldelade, ofördelade, lediga, unassigned
command-mine = mina ärenden, mina, mine, my cases
command-find = sök, hitta, ärende, find, search, case
command-take = ta över, ta, tar, jag tar, take
command-reply = svara, svar, reply, answer
command-question = fråga, question, ask
command-note = anteckning, anteckna, notering, notera, note
command-resolve = avsluta, stäng, lös, löst, resolve, close
command-health = status, kontrollera, health
health-well = Allt jag behöver finns på plats.
health-ill = Det här saknas eller fungerar inte:
health-attention = Det här fungerar men behöver ses över:
health-useful = Det här vore användbart men saknas:
health-rest = Som det ska vara:
credential-ends = De autentiseringsuppgifter som jag loggar in i Microsoft 365 med upphör att gälla { $at }. Därefter kan jag varken se eller skriva något. Be en administratör byta ut dem dessförinnan. ”python app.py check” visar hur.
sign-in-why = För att titta på din profilbild och profil behöver jag din inloggning. Då ser jag det du själv ser, och inget mer. Teams loggar oftast in dig automatiskt. Om inget händer kan du fråga mig igen. Då svarar jag med det jag kan se utan inloggning.
signed-out = Din inloggning är inte längre sparad hos mig. Du är fortfarande inloggad i Teams.
signed-out-already = Jag har ingen inloggning från dig sparad. Du behöver inte göra något.
command-sign-out = logga ut, logga ut mig, logga mig ut, utloggning
command-forget = glöm mig, radera mina uppgifter, ta bort mina uppgifter, radera mina data, radera min data
command-export = exportera mina uppgifter, exportera mina data, exportera min data, ladda ned mina uppgifter, ladda ner mina uppgifter, skicka mina uppgifter till mig
setup-done = IT-supporten använder den här kanalen från och med nu: varje ärende får ett kort här.
setup-elsewhere = Skriv det här i den kanal som IT-supporten ska använda.
setup-fixed = En administratör bestämmer i mina inställningar vilken kanal som är IT-supportens, så det kan jag inte ändra här.
setup-not-wanted = En administratör måste först lägga till ”channel” bland IT-supportens system i mina inställningar.

## What was done by the helpdesk, and what was refused

did-start_for = IT-supporten startade en synkronisering åt dig
did-allow_for = IT-supporten lät dig starta tidigare
did-undo_for = IT-supporten återställde de gamla värdena i din SharePoint-profil
did-refused = en knapp eller ett kommando som är till för någon annan användes; inget gjordes
did-asked = du frågade om din profilbild eller profil
