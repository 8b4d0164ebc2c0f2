### French. A finding has two sentences: what is the case, and (next-…) what happens now.

## Findings: the account and the organization

finding-account_not_found = Je n’ai pas trouvé votre compte dans l’annuaire de cette organisation. Je ne peux donc pas regarder votre photo.
next-account_not_found = Le support peut vérifier votre compte. S’il vient d’être créé, reposez-moi la question dans une heure.

finding-incident = Microsoft rencontre actuellement un problème avec { $service }. Cela peut retarder les modifications pour tout le monde.
next-incident = Vous n’avez rien à faire. Microsoft y travaille (numéro d’incident : { $incident }). Je peux vous recontacter une fois le problème résolu.

finding-guest = Vous avez un compte invité dans cette organisation. Votre photo et votre profil y sont donc distincts de ceux de votre propre organisation.
next-guest = Un administrateur de cette organisation peut les modifier pour votre compte invité ; le support de cette organisation peut faire le nécessaire. Une modification faite dans votre propre organisation n’a pas d’effet ici.

finding-account_disabled = La connexion est désactivée pour ce compte, et SharePoint ne reprend pas les modifications de ce type de compte.
next-account_disabled = Un administrateur peut réactiver la connexion. Le support peut faire le nécessaire. Ensuite, il faut en général compter environ un jour.

finding-account_recreated = SharePoint associe encore votre nom à un ancien compte qui n’existe plus. Cela arrive quand un compte a été supprimé, puis recréé.
next-account_recreated = Un administrateur SharePoint peut corriger cela avec le diagnostic « Site User ID Mismatch » de Microsoft. Le support peut faire le nécessaire. Il faut compter environ un jour.

finding-service_rejected = Un service Microsoft 365 signale une erreur pour votre compte et n’a pas repris toutes vos informations.
next-service_rejected = Un administrateur doit examiner cette erreur. Le support peut faire le nécessaire ; j’ai noté les détails à son intention. Cela peut prendre quelques jours.

finding-directory_conflict = Votre compte ne peut pas être synchronisé depuis l’annuaire interne de votre organisation : une valeur de votre compte est aussi utilisée par un autre compte.
next-directory_conflict = Un administrateur doit résoudre ce conflit. Le support peut faire le nécessaire. Ensuite, les modifications sont généralement prises en compte sous 24 heures.

finding-sync_stopped = La synchronisation avec l’annuaire interne de votre organisation semble arrêtée. Les modifications faites dans cet annuaire ne sont donc probablement pas prises en compte en ce moment.
next-sync_stopped = Merci de prévenir le support, car cela touche beaucoup de monde. Une fois la synchronisation rétablie, les modifications sont généralement prises en compte sous 24 heures.

## Findings: who may change a photo

finding-mastered_on_premises = Votre organisation gère les photos dans son annuaire interne. Elles ne peuvent donc pas être modifiées dans Microsoft 365.
next-mastered_on_premises = Le support peut faire modifier votre photo dans cet annuaire. En général, elle apparaît dans Microsoft 365 environ un jour plus tard.

finding-only_some_may_change = Dans votre organisation, seuls certains administrateurs sont autorisés à modifier les photos.
next-only_some_may_change = Le support peut faire modifier votre photo.

finding-policy_unknown = { $why ->
    [forbidden] Je n’ai pas l’autorisation de consulter les règles relatives aux photos. Je ne peux donc pas dire si vous pouvez modifier votre photo vous-même.
   *[other] Je n’arrive pas à consulter pour le moment les règles relatives aux photos. Je ne peux donc pas dire si vous pouvez modifier votre photo vous-même.
  }
next-policy_unknown = Vous pouvez essayer de charger une photo. Si ce n’est pas possible, le support peut vous dire qui a le droit de la modifier.

finding-mailbox_policy = Parmi les règles relatives aux photos que je peux voir, aucune ne vous empêche de modifier votre photo. Si Outlook ou Teams ne vous le permet pas, c’est probablement dû à une règle de votre boîte aux lettres. Ces règles-là, je ne peux pas les voir.
next-mailbox_policy = Un administrateur peut vérifier les règles de votre boîte aux lettres. Le support peut faire le nécessaire. Il peut s’écouler un jour avant que la modification d’une telle règle prenne effet.

finding-upload_refused = Microsoft 365 n’accepte que les photos au format JPEG ou PNG, de 4 Mo au maximum.
next-upload_refused = Enregistrez votre photo au format JPEG, en la réduisant si nécessaire, puis chargez-la de nouveau. En général, elle s’affiche partout sous 24 heures, parfois sous trois jours.

finding-new_upload_refused = Vous avez une photo dans Microsoft 365. Je ne peux pas savoir pourquoi une autre a été refusée ; seuls les fichiers JPEG et PNG de 4 Mo au maximum sont acceptés.
next-new_upload_refused = Enregistrez votre photo au format JPEG, en la réduisant si nécessaire, puis chargez-la de nouveau. Si elle est encore refusée, le support peut s’en occuper.

## Findings: where the photo comes from

finding-mailbox_on_premises = Votre boîte aux lettres n’est pas hébergée dans Microsoft 365, mais par votre organisation elle-même, tout comme la photo qui y est associée.
next-mailbox_on_premises = Le support peut y faire ajouter votre photo.

finding-mailbox_is_new = Votre boîte aux lettres est nouvelle et n’est pas encore tout à fait prête. Tant que ce n’est pas le cas, les photos sont inaccessibles.
next-mailbox_is_new = Cela prend généralement un quart d’heure, parfois un jour. Je peux vous recontacter le { $look_again_at }.

finding-no_mailbox = Vous n’avez pas de photo dans Microsoft 365. Votre compte n’a pas de boîte aux lettres, et c’est généralement de là que viennent les photos.
next-no_mailbox = Vous pouvez ajouter une photo à votre compte. Le support peut aussi vous dire si votre licence comprend une boîte aux lettres.

finding-no_photo = Vous n’avez pas de photo dans Microsoft 365. Il n’y a donc rien à afficher.
next-no_photo = Ajoutez-en une : en général, elle s’affiche partout sous 24 heures, parfois sous trois jours.

finding-directory_photo = Vous avez la même photo dans Microsoft 365 et dans SharePoint. Elle est très petite et provient probablement de l’annuaire interne de votre organisation.
next-directory_photo = Le support peut faire ajouter une nouvelle photo dans cet annuaire, ou vous dire si vous pouvez en charger une vous-même. En général, elle s’affiche environ un jour plus tard.

## Findings: nothing can be said

finding-throttled = Microsoft 365 m’a demandé de patienter avant toute vérification. Je ne peux donc pas encore dire ce qu’il en est.
next-throttled = { $retry_at ->
    [none] Réessayez dans quelques minutes.
   *[other] Je pourrai vérifier à nouveau à partir du { $retry_at }.
  }

finding-permission_missing = Je n’ai pas l’autorisation de consulter tout ce dont j’ai besoin. Je ne peux donc pas dire ce qu’il en est.
next-permission_missing = Un administrateur doit d’abord m’accorder une autorisation. Le support peut faire le nécessaire.

finding-sign_in_refused = Microsoft 365 a refusé ma connexion. Je ne peux donc pas dire ce qu’il en est.
next-sign_in_refused = Un administrateur doit vérifier mes paramètres. Le support peut faire le nécessaire.

finding-signed_out = Sans connexion à votre compte, je ne peux voir ni votre photo ni votre profil. Je ne peux donc pas dire ce qu’il en est.
next-signed_out = Choisissez « Vérifier à nouveau » et Teams vous connectera. Si cela ne fonctionne pas, le support peut vous aider.

finding-other_geography = Votre profil SharePoint est conservé dans une autre région, à laquelle je n’ai pas accès. Je ne peux donc pas dire ce qu’il en est.
next-other_geography = Un administrateur peut ajouter cette région à mes paramètres. Le support peut faire le nécessaire.

finding-not_seen = Une partie de Microsoft 365 n’a pas répondu correctement. Je ne peux donc pas dire ce qu’il en est.
next-not_seen = En général, cela se résout tout seul. Réessayez dans quelques minutes, ou demandez-moi de vous recontacter.

finding-account_unknown = { $why ->
    [forbidden] Je n’ai pas l’autorisation de consulter votre compte. Je ne peux donc pas dire s’il s’agit d’un compte invité, s’il a une boîte aux lettres et s’il donne accès à SharePoint.
   *[other] Je n’arrive pas à consulter votre compte pour le moment. Je ne peux donc pas dire s’il s’agit d’un compte invité, s’il a une boîte aux lettres et s’il donne accès à SharePoint.
  }
next-account_unknown = { $why ->
    [forbidden] D’après ce que je peux voir, vous avez la même photo dans Microsoft 365 et dans SharePoint. Un administrateur peut m’accorder l’autorisation qui me manque ; le support peut faire le nécessaire.
   *[other] D’après ce que je peux voir, vous avez la même photo dans Microsoft 365 et dans SharePoint. Vérifiez à nouveau dans quelques minutes.
  }

## Findings: the way to SharePoint

finding-not_licensed = Vous n’avez pas de profil dans SharePoint, car votre compte n’a pas de licence SharePoint.
next-not_licensed = Le support peut vous dire si une licence vous sera attribuée. Une fois la licence attribuée, un profil est généralement créé sous 24 heures.

finding-no_profile = Vous n’avez pas encore de profil dans SharePoint. Votre photo ne peut donc pas s’y afficher.
next-no_profile = Ouvrez SharePoint une fois : un profil est généralement créé sous 24 heures. S’il n’existe toujours pas après ce délai, le support peut vérifier votre licence.

finding-photo_without_mailbox = Vous avez une photo dans Microsoft 365, mais SharePoint ne l’affiche pas. Votre compte n’a pas de boîte aux lettres, et il se peut que SharePoint ne reprenne pas les photos de ce type de compte.
next-photo_without_mailbox = Vous pouvez ajouter vous-même la photo à votre profil SharePoint : choisissez « Modifier ma photo ». Le support peut aussi vous dire si votre licence comprend une boîte aux lettres.

finding-pull_switched_off = SharePoint n’affiche pas la photo que vous avez dans Microsoft 365, et la reprise des photos y est désactivée pour votre compte.
next-pull_switched_off = Un administrateur peut examiner ce paramètre. Le support peut faire le nécessaire.

finding-pull_stuck = SharePoint n’affiche toujours pas la photo que vous avez dans Microsoft 365, malgré ma demande du { $asked_at }.
next-pull_stuck = Un administrateur peut exécuter le diagnostic de Microsoft pour les photos de profil et vérifier les paramètres de la propriété « Image ». Le support peut faire le nécessaire.

finding-placeholder_shown = Vous avez une photo dans Microsoft 365, mais SharePoint ne l’a pas obtenue lors de sa dernière tentative et affiche une image vide.
next-placeholder_shown = Je peux demander à SharePoint d’essayer à nouveau de récupérer votre photo. Si tout se passe bien, elle y sera au plus tard le { $expected_by }.

finding-never_pulled = Vous avez une photo dans Microsoft 365, mais SharePoint ne l’a jamais récupérée.
next-never_pulled = Je peux demander à SharePoint de récupérer votre photo. Si tout se passe bien, elle y sera au plus tard le { $expected_by }.

finding-pull_not_due = SharePoint n’affiche pas encore la photo que vous avez dans Microsoft 365, car il récupère une photo au maximum une fois par jour.
next-pull_not_due = Tout est normal. SharePoint a récupéré une photo pour la dernière fois le { $pulled_at }. Il pourra le refaire à partir du { $possible_at }. Je peux vous recontacter à ce moment-là. En général, votre photo apparaît dans SharePoint au plus tard le { $expected_by }.

finding-sharepoint_behind = SharePoint n’affiche pas la photo que vous avez dans Microsoft 365, probablement parce que personne ne lui a encore demandé de récupérer la nouvelle.
next-sharepoint_behind = Je peux demander à SharePoint de récupérer votre photo. Si tout se passe bien, elle y sera au plus tard le { $expected_by }.

finding-sizes_differ = SharePoint affiche votre nouvelle photo dans une taille, mais encore la précédente dans une autre.
next-sizes_differ = Je peux demander à SharePoint de récupérer à nouveau votre photo. Si tout se passe bien, toutes les tailles seront correctes au plus tard le { $expected_by }.

finding-picture_unreadable = L’une de vos photos est dans un format que je ne peux pas lire. Je ne peux donc pas les comparer.
next-picture_unreadable = Chargez de nouveau votre photo, sous forme de fichier JPEG ou PNG.

finding-picture_elsewhere = SharePoint indique pour votre photo un emplacement que je ne consulte pas. Je ne peux donc pas comparer les deux photos.
next-picture_elsewhere = Chargez de nouveau votre photo dans Microsoft 365. Si SharePoint en affiche encore une autre après le { $expected_by }, le support peut s’en occuper.

finding-picture_state_unknown = Vous avez la même photo dans Microsoft 365 et dans SharePoint, mais SharePoint lui attribue un état que je ne connais pas.
next-picture_state_unknown = Si vous ne voyez pas votre photo dans SharePoint, le support peut s’en occuper. Les détails sont déjà à sa disposition.

finding-pulled_another = SharePoint a récupéré une photo pour la dernière fois le { $pulled_at }. Microsoft 365 contenait alors déjà votre photo actuelle, mais SharePoint en affiche toujours une autre.
next-pulled_another = Un administrateur peut exécuter le diagnostic de Microsoft pour les photos de profil ; le support peut faire le nécessaire. Je peux aussi faire une nouvelle demande à SharePoint, si vous le souhaitez.

## Findings: only a copy is old

finding-only_cached = Vous avez la même photo dans Microsoft 365 et dans SharePoint. Là où vous en voyez une autre, il s’agit d’une copie plus ancienne.
next-only_cached = { $place ->
    [teams] Teams garde ses propres copies et les met à jour automatiquement ; pour la version actuelle de Teams, aucun délai n’est publié. Il est souvent utile de se déconnecter de Teams, puis de se reconnecter. Comparez avec Teams dans un navigateur web.
   *[other] Ces copies se mettent généralement à jour d’elles-mêmes ; le délai propre à chaque application n’est pas publié. Il est souvent utile de se déconnecter, puis de se reconnecter, ou d’ouvrir une fenêtre de navigation privée.
  }

finding-cached_in_outlook = Vous avez la même photo dans Microsoft 365 et dans SharePoint. Ce que vous voyez dans Outlook est probablement une copie plus ancienne.
next-cached_in_outlook = Outlook met à jour son carnet d’adresses environ une fois par jour. Si vous voyez encore l’ancienne photo après le { $expected_by }, téléchargez le carnet d’adresses dans Outlook et vérifiez qu’Outlook est configuré pour afficher les photos.

finding-copied_elsewhere = Ici, vous avez la même photo dans Microsoft 365 et dans SharePoint. Ce que l’on voit dans une autre organisation est probablement une copie conservée là-bas.
next-copied_elsewhere = Cette copie se met généralement à jour d’elle-même, ce qui peut prendre quelques jours. On ne peut rien y faire d’ici, mais l’autre personne peut se déconnecter, puis se reconnecter.

finding-cached_in_browser = Vous avez la même photo dans Microsoft 365 et dans SharePoint. Ce que vous voyez est probablement une copie conservée par votre navigateur.
next-cached_in_browser = Actualisez la page, ou ouvrez-la dans une fenêtre de navigation privée pour comparer.

finding-site_copy_old = Votre profil est correct, mais ce site en affiche encore une copie plus ancienne. Chaque site garde sa propre copie et ne la met à jour que pour les personnes qui y sont actives.
next-site_copy_old = Modifiez un élément ou chargez un fichier sur ce site : la copie est généralement mise à jour sous 24 heures. Si ce n’est pas le cas, le propriétaire du site ou le support peut la faire réparer.

finding-site_unnamed = Vous avez la même photo dans Microsoft 365 et dans SharePoint. Un site garde sa propre copie et ne la met à jour que pour les personnes qui y sont actives.
next-site_unnamed = Envoyez-moi l’adresse du site et je regarderai sa copie. Si vous y modifiez un élément ou y chargez un fichier, la copie est généralement mise à jour sous 24 heures.

finding-hidden_from_lists = Vous n’apparaissez pas dans les listes d’adresses. Il se peut donc que l’on ne trouve ni vous ni votre photo lors d’une recherche.
next-hidden_from_lists = Si ce n’est pas voulu, un administrateur peut changer cela. Le support peut faire le nécessaire ; en général, le changement est visible environ un jour plus tard.

finding-all_in_order = Vous avez la même photo dans Microsoft 365 et dans SharePoint. Tout est en ordre.
next-all_in_order = Vous n’avez rien à faire.

## Findings: the texts of a profile

finding-texts_differ = Certaines des informations que l’annuaire de votre organisation contient à votre sujet ne sont pas encore arrivées dans SharePoint.
next-texts_differ = En général, ces informations arrivent sous 24 heures, au plus tard le { $expected_by }. Le délai dépend du nombre de modifications en file d’attente : s’il y en a peu, c’est beaucoup plus rapide ; s’il y en a beaucoup, c’est plus long. Je ne peux pas lancer cette mise à jour pour vous.

finding-texts_overdue = Certaines des informations que l’annuaire de votre organisation contient à votre sujet ne sont pas arrivées dans SharePoint, alors que plus d’un jour s’est écoulé.
next-texts_overdue = Ces informations devraient déjà y être. Un administrateur peut examiner la situation ; le support peut faire le nécessaire.

finding-directory_is_master = L’annuaire de votre organisation et SharePoint indiquent la même chose à votre sujet.
next-directory_is_master = { $master ->
    [premises] Votre nom, votre fonction, votre service, votre responsable et votre téléphone professionnel proviennent de l’annuaire interne de votre organisation. Une modification faite dans SharePoint ou Microsoft 365 est écrasée au bout d’un certain temps. Le support ou les ressources humaines peuvent faire modifier ces informations dans cet annuaire ; ensuite, le changement est généralement visible sous 24 heures.
    [probably] Votre nom, votre fonction, votre service, votre responsable et votre téléphone professionnel proviennent probablement de l’annuaire interne de votre organisation. Une modification faite dans SharePoint ou Microsoft 365 est alors écrasée au bout d’un certain temps. Le support ou les ressources humaines peuvent faire modifier ces informations dans cet annuaire ; ensuite, le changement est généralement visible sous 24 heures.
   *[cloud] Votre nom, votre fonction, votre service, votre responsable et votre téléphone professionnel proviennent de l’annuaire de votre organisation. Une modification faite dans SharePoint est écrasée au bout d’un certain temps. Le support ou les ressources humaines peuvent faire modifier ces informations dans l’annuaire ; ensuite, le changement est généralement visible sous 24 heures.
  }

finding-texts_cached = L’annuaire de votre organisation et SharePoint indiquent la même chose à votre sujet. Ce que vous voyez ailleurs est probablement une copie plus ancienne.
next-texts_cached = Ces copies se mettent généralement à jour d’elles-mêmes ; pour les cartes de profil, cela peut prendre jusqu’à deux jours. Sur un site SharePoint, il est souvent utile de modifier un élément ou de charger un fichier. Si rien ne change, le support peut s’en occuper.

finding-field_not_synced = SharePoint ne copie pas cette information depuis l’annuaire de votre organisation : { $field }.
next-field_not_synced = Une modification dans l’annuaire n’apparaîtra pas dans SharePoint. Vous pouvez peut-être modifier cette information dans votre propre profil. Sinon, un administrateur peut la faire compléter.

## What could not be seen

finding-health_unknown = { $why ->
    [forbidden] Je n’ai pas l’autorisation de voir si Microsoft a un problème connu en ce moment.
   *[other] Je n’ai pas pu voir si Microsoft a un problème connu en ce moment.
  }
finding-sync_unknown = { $why ->
    [forbidden] Je n’ai pas l’autorisation de voir si la synchronisation avec l’annuaire interne de votre organisation fonctionne.
   *[other] Je n’ai pas pu voir si la synchronisation avec l’annuaire interne de votre organisation fonctionne.
  }
finding-site_unknown = { $why ->
    [forbidden] Je n’ai pas l’autorisation de voir la copie de votre profil sur ce site.
    [elsewhere] Je n’ai pas trouvé ce site dans votre organisation. Je n’ai donc pas pu regarder sa copie de votre profil.
   *[other] Je n’ai pas pu voir la copie de votre profil sur ce site.
  }
unseen = Ce que je n’ai pas pu voir : { $what }.
unseen-forbidden = Ce que je n’ai pas l’autorisation de voir : { $what }.
unseen-account = votre compte
unseen-source_photo = votre photo dans Microsoft 365
unseen-policy = les règles relatives aux photos
unseen-profile = votre profil SharePoint
unseen-sharepoint_photo = votre photo dans SharePoint
unseen-small_photos = les versions plus petites de votre photo dans SharePoint
unseen-incidents = l’état des services Microsoft
unseen-organization = la synchronisation avec l’annuaire interne de votre organisation
unseen-site_entry = la copie de votre profil sur le site

## The two photos

store-source = Microsoft 365
store-sharepoint = SharePoint
photo-source-alt = Votre photo d’origine, dans Microsoft 365
photo-sharepoint-alt = Votre photo dans SharePoint
photo-none = pas de photo
photo-unseen = n’a pas pu être consultée
photo-since = je la vois depuis le { $at }
photo-changed = modifiée entre le { $before } et le { $at }
photo-pulled = récupérée le { $at }

## The texts of a profile

text-empty = (vide)
texts-same = Identique aux deux endroits : { $names }.
told = Ce que vous m’avez dit : { $what }
since = depuis le { $day }
since-month = depuis { $month }
place-teams = dans Teams
place-outlook = dans Outlook
place-sharepoint = dans SharePoint
place-delve = dans Delve
place-browser = dans le navigateur
place-phone = sur le téléphone
place-elsewhere = dans une autre organisation
place-site = sur un site
attribute-login = Nom d’utilisateur
attribute-display_name = Nom
attribute-first_name = Prénom
attribute-last_name = Nom de famille
attribute-job_title = Fonction
attribute-department = Service
attribute-manager = Responsable
attribute-office = Bureau
attribute-work_phone = Téléphone professionnel
attribute-mail = Adresse e-mail
attribute-language = Langue
attribute-mobile = Téléphone mobile
attribute-company = Société
attribute-employee_id = ID d’employé
attribute-address = Adresse

## Buttons

action-facts = Détails
action-details = Détails pour le support

action-resync = Synchroniser ma photo
action-start = Lancer
action-back = Pas maintenant
action-check = Vérifier à nouveau
action-status = Où en est-on ?
action-remind = Me recontacter
action-stop = Arrêter
action-mute = Désactiver les messages
action-unmute = Activer les messages
action-history = Ce qui a été fait
action-change = Modifier ma photo
action-helpdesk = Contacter le support
action-open-account = Ouvrir Mon compte
action-open-photo = Modifier dans Microsoft 365
action-open-editor = Modifier dans SharePoint
action-open-profile = Voir dans Microsoft 365
action-speak = Utiliser cette langue
action-privacy = Retour
action-export = Exporter mes données
action-forget = M’oublier
action-erase = Oui, oubliez-moi
action-open-sharepoint = Voir dans SharePoint
action-ask-check = Vérifier ma photo
action-ask-photo_stale = Ma photo n’est pas à jour
action-ask-photo_missing = Ma photo ne s’affiche pas
action-ask-photo_change = Modifier ma photo
action-ask-profile_stale = Nom ou fonction incorrects
action-ask-profile_change = Modifier mon profil
action-ask-sync_duration = Combien de temps faut-il ?
action-ask-sync_explain = Comment ça marche ?
action-ask-resync = Synchroniser ma photo
action-ask-status = Où en est-on ?
action-ask-stop = Arrêter la synchronisation
action-ask-mute = Ne m’envoyez plus de messages
action-ask-remind = Dites-moi quand c’est possible
action-ask-history = Qu’avez-vous fait ?
action-ask-helpdesk = Contacter le support
action-ask-help = Que pouvez-vous faire ?
action-ask-privacy = Que conservez-vous sur moi ?
action-ask-language = Quelles langues parlez-vous ?
action-ask-thanks = Merci

## The resync

plan-title = Voici ce que je vais faire
plan-ask = Demander à SharePoint de récupérer votre photo.
plan-as_person = Demander à SharePoint, en votre nom et en utilisant votre propre compte, de récupérer votre photo. La connexion à votre compte ne sert qu’à cette demande et n’est pas conservée.
plan-guide = Vous montrer comment ouvrir votre propre page SharePoint : cela déclenche aussi la récupération de votre photo.
plan-republish = Si cela n’aide pas dans les dix minutes et si votre organisation le permet : enregistrer à nouveau votre photo actuelle dans Microsoft 365, telle quelle.
plan-repair = Corriger les deux paramètres de votre profil SharePoint qui empêchent SharePoint de récupérer votre photo. Leurs anciennes valeurs sont conservées.
plan-watch = Vérifier régulièrement si votre photo est arrivée, au plus tard jusqu’au { $until }.
plan-tell = Vous donner le résultat ici.
plan-safe = Votre photo elle-même n’est pas modifiée.
plan-flags = Votre photo elle-même n’est pas modifiée. Un administrateur peut annuler la modification de votre profil.
plan-limited = Vous pourrez lancer une synchronisation à partir du { $at } ({ $minutes ->
    [one] dans une minute
   *[other] dans { $minutes } minutes
  }). Le support peut vous permettre de la lancer plus tôt.

progress-title = La synchronisation de votre photo est en cours
progress-asked = Ma demande a été envoyée à SharePoint le { $at }
progress-ask-failed = Ma demande à SharePoint n’a pas abouti ; je vais la renouveler
progress-as_person = Une demande en votre nom a été envoyée à SharePoint le { $at }
progress-not-as-person = Je n’ai pas pu faire de demande à SharePoint en votre nom ; tout le reste se poursuit
progress-asking = Je demande à SharePoint de récupérer votre photo
progress-watching = Je continue à vérifier jusqu’à l’arrivée de la photo ; prochaine vérification le { $at }
progress-watching-now = Je continue à vérifier jusqu’à l’arrivée de la photo
progress-tell = Je vous donnerai le résultat ici, au plus tard le { $until }
progress-guide = Vous pouvez m’aider en ouvrant votre propre page SharePoint dans une fenêtre de navigation privée. Je verrai de moi-même si cela a fonctionné.
progress-address = Voici comment faire : copiez l’adresse ci-dessous, ouvrez une fenêtre de navigation privée, collez-y l’adresse et connectez-vous. Une fenêtre de navigation privée ne garde pas de copie plus ancienne de votre photo.
progress-pulled = SharePoint a récupéré une photo le { $at }
progress-republish = Votre photo a été enregistrée à nouveau dans Microsoft 365, sans changement, le { $at }
progress-repair = Deux paramètres de votre profil SharePoint ont été corrigés le { $at }
progress-quiet = Je n’enverrai pas de message ; cette carte indiquera le résultat
progress-changed = Votre photo a changé depuis que vous avez lancé la synchronisation. J’attends maintenant la plus récente.
step-done = Fait :
step-now = Maintenant :
step-next = Ensuite :

arrived-title = Votre nouvelle photo est arrivée dans SharePoint.
arrived-proof = J’ai comparé les photos de Microsoft 365 et de SharePoint le { $at }. C’est bien la même photo.
arrived-cache = Certaines applications peuvent encore afficher une copie plus ancienne pendant un moment. En général, elle se met à jour d’elle-même.
arrived-summary = Bonne nouvelle au sujet de votre photo

stuck-title = Votre photo n’est pas encore arrivée dans SharePoint.
stuck-unseen = Je n’ai pas pu voir si votre photo est arrivée dans SharePoint.
stuck-tried = { $looks ->
    [one] J’ai vérifié une fois, le { $at }.
   *[other] J’ai vérifié { $looks } fois, la dernière fois le { $at }.
  }
stuck-removed = Vous n’avez plus de photo dans Microsoft 365. SharePoint n’a donc rien à récupérer.
stuck-next = Le support peut prendre le relais : Microsoft propose un diagnostic pour ce problème précis, qu’un administrateur peut exécuter. Le numéro de référence est { $case }.
stuck-escalated = J’ai transmis cela au support sous le numéro de ticket { $case }, avec tout ce que j’ai trouvé et essayé.
stuck-summary = Du nouveau au sujet de votre photo
waiting-title = Je vous recontacterai à ce sujet
waiting-until = Je vérifierai à nouveau le { $at }.
waiting-then = S’il y a du nouveau à ce moment-là, je vous le dirai ici. D’ici là, vous n’avez rien à faire.
waiting-then-quiet = Je n’enverrai pas de message ; cette carte indique où en sont les choses.
reminded-notice = Vous m’avez demandé de vous recontacter à ce sujet. Si vous ne souhaitez pas recevoir de message la prochaine fois, choisissez « Désactiver les messages » sur la carte tant que le rappel est en attente.
stopped-waiting = Comme demandé, je ne vous recontacterai pas
stopped-waiting-at = Arrêt le { $at }. Vous pouvez me le redemander à tout moment.
did-shown = j’ai indiqué le résultat sur la carte, sans message
reminded-title = Comme demandé, j’ai vérifié à nouveau
reminded-at = J’ai vérifié le { $at } ; ce que j’ai trouvé arrive dans un message à part
reminded-summary = Vous m’avez demandé de vous recontacter
stopped-title = Comme demandé, la synchronisation a été arrêtée
stopped-at = Arrêt le { $at }. Si SharePoint a déjà commencé à récupérer votre photo, elle peut encore arriver.
outdated = Cette carte n’est plus à jour. La carte la plus récente indique où en sont les choses.
muted-notice = Je ne vous enverrai plus de messages à ce sujet.
unmuted-notice = Je vous enverrai de nouveau un message quand la situation évoluera.
ended-why-helpdesk = Vous recevez ce message parce que le support a lancé une synchronisation pour vous. Si vous ne souhaitez pas recevoir de message la prochaine fois, choisissez « Désactiver les messages » sur la carte pendant la synchronisation.
ended-why = Vous recevez ce message parce que vous avez lancé une synchronisation. Si vous ne souhaitez pas recevoir de message la prochaine fois, choisissez « Désactiver les messages » sur la carte pendant la synchronisation.
history-title = Voici ce qui a été fait, dans l’ordre
history-none = Rien n’a été fait jusqu’à présent pour votre photo ou votre profil.
did = { $at } : { $what }{ $outcome ->
    [none] {""}
   *[other] {" "}– { $outcome }
  }
did-start = vous avez lancé une synchronisation
did-stop = vous y avez mis fin
did-mute = vous avez désactivé les messages
did-unmute = vous avez réactivé les messages
did-remind = vous m’avez demandé de vous recontacter
did-ask = j’ai demandé à SharePoint de récupérer votre photo
did-as_person = j’ai demandé à SharePoint, en votre nom, de récupérer votre photo
did-republish = j’ai enregistré à nouveau votre photo dans Microsoft 365, sans changement
did-repair = j’ai corrigé deux paramètres de votre profil SharePoint
did-undo = un administrateur a annulé la modification de votre profil SharePoint
did-allow = un administrateur vous a permis de commencer plus tôt
did-arrived = j’ai constaté que votre photo était arrivée
did-still_stuck = j’ai cessé d’attendre
did-reminded = j’ai vérifié à nouveau, comme demandé
did-escalated = j’ai transmis cela au support
did-told = je vous ai donné le résultat
did-not_told = je n’ai pas pu vous joindre
outcome-refused = cela n’était pas autorisé
outcome-failed = cela n’a pas abouti
outcome-uncertain = on ne sait pas si cela a abouti
outcome-needless = ce n’était pas nécessaire
stuck-diagnostic = Pour les administrateurs : le diagnostic de Microsoft pour les photos de profil

not-yours = Cette carte appartient à quelqu’un d’autre. Demandez-moi « Pourquoi ma photo n’est-elle pas à jour ? » et je regarderai votre propre photo.
no-case = Je n’ai rien en cours pour vous. Demandez-moi « Pourquoi ma photo n’est-elle pas à jour ? » et je vérifierai.
no-resync-now = Une synchronisation n’aiderait pas pour le moment.

## Answers

welcome-title = Bonjour, je suis Resync
welcome-about = Je cherche pourquoi votre photo de profil n’est pas à jour dans Microsoft 365 ou n’y apparaît pas. Si vous le souhaitez, je lance la synchronisation et je vous préviens ici dès que la nouvelle photo est arrivée.
welcome-try = Posez-moi vos questions avec vos propres mots, en { $languages }, par exemple « Pourquoi ma photo n’est-elle pas à jour ? ».
welcome-limits = Je ne regarde que votre propre photo et votre propre profil, avec les autorisations qu’un administrateur de votre organisation m’a accordées.
help-title = Voici ce que je peux faire
menu-check = Je regarde votre photo et votre profil, et je vous dis ce que je trouve.
menu-photo_stale = Je cherche où la photo est bloquée et ce qui peut aider.
menu-photo_change = Je vous dis où modifier votre photo, et si vous en avez le droit.
menu-profile_stale = Je compare votre profil avec l’annuaire, champ par champ.
menu-sync_duration = Je vous dis combien de temps il faut, en général et dans votre cas.
menu-resync = Je vous montre ce que je vais faire, et vous décidez.
menu-status = Je vous dis où en est votre synchronisation ou votre ticket.
menu-tickets = Je vous montre vos tickets auprès du support.
menu-helpdesk = Je transmets votre question, avec tout ce que j’ai trouvé.
menu-contact = Je vous dis comment joindre le support et ce que vous pouvez lui dire.
menu-language = Je vous dis quelles langues je parle, et vous en choisissez une.
menu-privacy = Je vous dis ce que je conserve sur vous. Vous pouvez en avoir une copie ou le faire effacer.
menu-help = Je vous montre tout ce que je peux faire.
welcome-summary = Bonjour, je suis Resync
team-welcome = Je suis Resync. J’aide les personnes dont la photo de profil n’est pas à jour ou ne s’affiche pas. Écrivez-moi dans une conversation privée : je pourrai y regarder votre propre photo.
team-added = Ajouté par:
personal-only = Ce que je découvre au sujet d’une photo est personnel. Posez-moi la question dans une conversation privée.
no-identity = Teams ne m’a pas dit qui vous êtes. Je ne peux donc pas regarder votre photo. Écrivez-moi depuis votre propre compte professionnel et je le ferai.

change-title = Comment modifier votre photo
change-how = Ouvrez Microsoft 365 sur le web, sélectionnez votre photo ou vos initiales en haut à droite, puis l’icône d’appareil photo. Dans Teams, sélectionnez votre photo ou vos initiales, puis, à nouveau, cette même image.
change-size = Utilisez un fichier JPEG ou PNG de 4 Mo au maximum.
change-after = En général, la nouvelle photo s’affiche partout sous 24 heures, parfois sous trois jours. Si ce n’est pas le cas, écrivez-moi.

duration-title = Combien de temps il faut
duration-photo = Une nouvelle photo arrive généralement dans SharePoint sous 24 heures, mais il faut parfois jusqu’à trois jours. SharePoint ne récupère une photo que si quelqu’un le lui demande, et au maximum une fois en 24 heures.
duration-profile = Pour les noms, les fonctions et les services, tout dépend du nombre de modifications en file d’attente : s’il y en a peu, c’est beaucoup plus rapide ; s’il y en a beaucoup, c’est plus long.
duration-apps = Teams, Outlook et les navigateurs gardent leurs propres copies. Outlook met à jour son carnet d’adresses environ une fois par jour ; pour la version actuelle de Teams, aucun délai n’est publié.

explain-title = Comment cela fonctionne
explain-photo = Votre photo est conservée dans Microsoft 365. SharePoint en fait des copies en trois tailles, mais seulement quand on le lui demande : en général, quand vous ouvrez votre propre page SharePoint. Si personne ne le demande, l’ancienne photo reste. Pour que la bonne photo s’affiche, il faut lancer une synchronisation de la photo, et c’est justement là que je peux vous aider.
explain-profile = Les noms, les fonctions et les services proviennent de l’annuaire de votre organisation et sont copiés automatiquement à intervalles réguliers.
own-title = Dans votre cas
own-pulled = SharePoint a récupéré une photo de vous pour la dernière fois le { $at }.

profile-change-title = Comment modifier votre profil
profile-change-how = Delve a été mis hors service le 16 décembre 2024. Ouvrez votre propre carte de profil, par exemple en cherchant votre nom dans Microsoft 365 et en le sélectionnant sous « Personnes ». Sélectionnez ensuite le bouton qui permet de mettre à jour votre profil.
profile-change-limits = Votre nom, votre fonction, votre service, votre responsable et votre téléphone professionnel ne peuvent pas y être modifiés : ils proviennent de l’annuaire de votre organisation.
profile-change-after = Une modification sur votre carte de profil peut mettre jusqu’à deux jours à s’afficher partout.

status-none = Aucune synchronisation n’est en cours pour vous.

helpdesk-title = Le support de votre organisation
helpdesk-case = Votre numéro de référence est { $case }. Communiquez-le au support.
helpdesk-found = Pour le support : { $found }
helpdesk-nocase = Si vous me dites d’abord ce qui ne va pas, je pourrai vous indiquer ce que je trouve et vous pourrez le transmettre au support.
helpdesk-contact = Vous pouvez joindre le support ici : { $contact }
helpdesk-nocontact = Contactez le support de votre organisation par la voie habituelle.

thanks = Je vous en prie.
privacy-title = Ce que je conserve à votre sujet
privacy-account = L’identifiant de votre compte, la façon de vous joindre dans Teams, vos langues et votre fuseau horaire, tant que vous avez cette application, puis pendant { $days } jours.
privacy-case = Ce que j’ai constaté au sujet de votre photo et de votre profil, la dernière fois le { $at }, jusqu’à { $days } jours après votre dernière question.
privacy-fingerprints = { $count ->
    [one] Une empreinte numérique de votre photo ou de votre profil, qui me permet de voir s’il y a eu un changement. Je la conserve jusqu’à { $days } jours après avoir vu la photo ou le profil ainsi pour la dernière fois. Ni la photo ni les textes n’y sont visibles.
   *[other] { $count } empreintes numériques de votre photo et de votre profil, qui me permettent de voir s’il y a eu un changement. Je conserve chacune jusqu’à { $days } jours après avoir vu la photo ou le profil ainsi pour la dernière fois. Ni la photo ni les textes n’y sont visibles.
  }
privacy-log = { $count ->
    [one] Un journal de ce qui a été fait pour vous, qui compte une ligne pour l’instant. Je conserve chaque ligne pendant { $days } jours.
   *[other] Un journal de ce qui a été fait pour vous, qui compte { $count } lignes depuis le { $since }. Je conserve chaque ligne pendant { $days } jours.
  }
privacy-tickets = { $count ->
    [one] Un ticket auprès du support, avec tout ce qui a été trouvé et écrit, jusqu’à { $days } jours après sa clôture.
   *[other] { $count } tickets auprès du support, avec tout ce qui a été trouvé et écrit, chacun jusqu’à { $days } jours après sa clôture.
  }
privacy-chat = Ce que nous avons écrit ici en dernier, pendant un jour, afin de pouvoir le joindre à un ticket.
privacy-rated = Les réponses que vous avez évaluées et ce que vous avez écrit à leur sujet, pendant { $days } jours.
privacy-answers = Les réponses que je vous ai données et que vous pouvez évaluer, pendant { $days } jours.
privacy-repeats = Mes dernières réponses, pendant un jour, pour que rien ne soit fait deux fois si Teams répète un message.
privacy-sign-in = La connexion à votre compte, chiffrée pour mon seul usage, jusqu’au { $at }. Écrivez « se déconnecter » et je l’effacerai plus tôt.
privacy-work = Ce que vous avez fait en tant que membre du support, avec les tickets d’autres personnes.
privacy-photos = Lorsque vous avez un ticket auprès du support, je conserve aussi de petites copies de vos photos, car votre organisation a fait ce choix.
privacy-misses = Je conserve aussi les messages que je ne comprends pas, sans noms, adresses ni numéros, pour qu’un administrateur puisse voir ce que je devrais apprendre. Ils ne sont pas conservés avec votre compte.
privacy-where = Tout cela se trouve dans la base de données de votre propre organisation, gérée par votre administrateur.
privacy-page = Ce que votre organisation dit de la confidentialité
privacy-personal-only = Ce que je conserve à votre sujet ne regarde que vous. Posez-moi la question dans une conversation privée.
export-summary = Une copie de tout ce que je conserve à votre sujet
export-offered = Votre fichier est prêt. Teams vous demande maintenant si je peux le placer dans votre espace OneDrive. Vous pouvez répondre pendant une heure.
export-declined = Je n’ai placé le fichier nulle part. Vous pouvez choisir « Exporter mes données » à tout moment.
export-outdated = Cette question a déjà reçu une réponse, ou date de plus d’une heure. Choisissez « Exporter mes données » et je préparerai un nouveau fichier.
export-failed = Le fichier n’a pas pu être placé dans votre espace OneDrive. Réessayez dans quelques minutes. Si cela se reproduit, le support peut faire préparer le fichier pour vous.
export-not-here = Je ne peux pas envoyer de fichiers dans cette version de Teams. Un administrateur peut préparer le fichier pour vous ; le support peut s’en charger.
export-done-summary = Votre fichier se trouve dans votre espace OneDrive
forget-title = Voulez-vous que je vous oublie ?
forget-goes = J’efface alors ce que je conserve à votre sujet : la façon de vous joindre, vos langues, ce que j’ai trouvé, les empreintes, vos évaluations et ce que nous avons écrit ici.
forget-sign-in = J’efface aussi la connexion à votre compte. Votre connexion à Teams reste active.
forget-resync = La synchronisation en cours s’arrête, et vous n’en entendrez plus parler.
forget-waiting = Vous ne recevrez alors pas le rappel que vous avez demandé.
forget-tickets = Vos tickets restent auprès du support jusqu’à { $days } jours après leur clôture. Un ticket encore ouvert est annulé.
forget-log = Le journal garde ce qui a été fait, mais plus pour qui.
forget-elsewhere = Je ne peux pas effacer ce qui se trouve dans cette conversation, ni ce que contiennent les autres systèmes du support.
forget-outdated = Cette question a déjà reçu une réponse, ou date de plus d’une heure. C’est pourquoi je vous la pose à nouveau.
forgotten-title = C’est fait : vos données sont effacées
forgotten-stays = Vos tickets restent auprès du support jusqu’à { $days } jours après leur clôture.
forgotten-again = Si vous m’écrivez à nouveau, nous repartirons de zéro.
language = Je réponds dans la langue dans laquelle vous écrivez : { $languages }.
language-now = Quand un message ne me permet pas de reconnaître la langue, je réponds dans celle-ci : { $language }.
unknown-title = Je n’ai pas compris
unknown-how = Je m’occupe des photos de profil et des profils dans Microsoft 365. Choisissez l’une de ces propositions ou posez votre question autrement.
between-title = Pouvez-vous préciser ?
failed-title = Un problème est survenu de mon côté
failed-how = Vous n’y êtes pour rien. Réessayez dans un instant.
pending = La vérification est encore en cours. La réponse s’affichera ici dans un instant.
case-number = Référence { $case }
next-label = Et maintenant ?

## Buttons of a case at the helpdesk

action-file = Envoyer au support
action-tickets = Mes tickets
action-ticket = Ticket { $number }
action-comment = Envoyer
action-withdraw = Annuler le ticket
action-reopen = Non, vérifiez à nouveau
action-reopen-ended = Rouvrir le ticket
action-solved = Oui, c’est résolu
action-rate = Envoyer ma réponse
action-hush = Désactiver les messages
action-unhush = Activer les messages
action-work = Traiter ce ticket
action-more = Plus d’options
action-take = Prendre en charge
action-assign = Attribuer
action-reply = Répondre
action-question = Demander des précisions
action-note = Note interne
action-resolve = Résoudre
action-reopen_for = Rouvrir
action-diagnose = Vérifier à nouveau
action-resync_for = Synchroniser la photo
action-allow_for = Lever le délai d’attente
action-undo_for = Annuler la correction
action-send = Envoyer
action-back-to-case = Retour
action-ask-tickets = Mes tickets

## A case at the helpdesk, as the person sees it

form-title = Contacter le support
form-about = Je joins ce que j’ai trouvé et essayé, ainsi que nos derniers messages ici. Vous recevrez tout de suite un numéro de ticket. N’indiquez aucun mot de passe : ce qui y ressemble est retiré.
field-words = Quel est le problème ?
field-tried = Qu’avez-vous déjà essayé ?
field-priority = Quel est le degré d’urgence ?
field-contact = Comment le support peut-il vous joindre, si ce n’est pas ici ?
field-text = Message
field-rating = Comment jugez-vous l’aide reçue ?
field-reason = Comment cela s’est-il terminé ?
field-agent = À qui ?
field-language = Langue
field-empty = Il manque quelque chose ici. Veuillez remplir ce champ.
field-too-long = Ce texte est trop long pour être envoyé : il compte { $length } caractères, et le maximum est de { $most }. Veuillez le raccourcir ; rien n’a été perdu.
priority-low = Cela peut attendre
priority-normal = Normal
priority-high = Urgent
tried-resync = J’ai lancé une synchronisation le { $at }.
ticket-open = Ticket { $number } auprès du support
ticket-waiting = Ticket { $number } : le support a une question
ticket-resolved = Le ticket { $number } est résolu
ticket-withdrawn = Le ticket { $number } a été annulé
ticket-passed-on = Le support le reçoit avec tout ce que j’ai trouvé. La réponse arrivera ici.
ticket-kept = Le système du support est injoignable en ce moment. Je garde votre ticket et le transmettrai dès que possible.
ticket-with = { $name } s’en occupe.
ticket-waits-for-you = Le support attend votre réponse.
ticket-resolved-at = Résolu le { $at }.
ticket-withdrawn-at = Annulé le { $at }.
ticket-already = Vous avez déjà un ticket à ce sujet (n° { $number }). Vous pouvez le compléter ici.
ticket-about = Ouvert le { $at }{ $words ->
    [none] {""}
   *[other] {"\u00A0"}: { $words }
  }
ticket-moved-on = Ce ticket a changé entre-temps. Voici où il en est maintenant.
ticket-sent = J’ai transmis cela au support.
ticket-solved-question = Le problème est-il résolu ?
ticket-why = Vous recevez ce message en raison de votre ticket { $number }. Si vous ne souhaitez plus recevoir de messages à ce sujet, choisissez « Désactiver les messages » sur la carte.
ticket-muted = Je ne vous envoie plus de messages au sujet de ce ticket ; cette carte indique où il en est.
ticket-reply-summary = Le support a répondu
ticket-question-summary = Le support a une question
ticket-resolved-summary = Votre ticket est résolu
ticket-reopened-summary = Votre ticket est de nouveau ouvert
ticket-resynced-summary = Du nouveau au sujet de votre ticket
ticket-allowed-summary = Du nouveau au sujet de votre ticket
rating-thanks = Merci pour votre réponse.
rating-1 = Très insatisfaisante
rating-2 = Insatisfaisante
rating-3 = Ni satisfaisante ni insatisfaisante
rating-4 = Satisfaisante
rating-5 = Très satisfaisante
spoken = { $who } · { $at } · { $what }
by-person = { $name ->
    [none] Vous
   *[other] { $name }
  }
by-helpdesk = { $name ->
    [none] Le support
   *[other] { $name } (support)
  }
by-bot = Resync
spoke-comment = message
spoke-reply = réponse
spoke-question = question
spoke-resolved = ticket résolu
spoke-reopened = ticket rouvert
spoke-withdrawn = ticket annulé
spoke-resynced = une synchronisation a été lancée
spoke-allowed = une synchronisation peut être lancée tout de suite
tickets-title = Vos tickets
tickets-none = Vous n’avez aucun ticket auprès du support.
tickets-line = { $number } · { $status } · { $at }
status-open = ouvert
status-waiting = en attente d’une réponse
status-resolved = résolu
status-withdrawn = annulé
not-your-ticket = Ce ticket appartient à quelqu’un d’autre. Je ne peux donc pas vous le montrer. Écrivez « mes tickets » pour voir les vôtres.
too-many-tickets = Il n’est plus possible d’ouvrir de ticket pour vous aujourd’hui. Vous pouvez compléter un ticket existant, ou en ouvrir un nouveau demain. Si c’est urgent :
too-many-comments = Je ne peux pas transmettre davantage de messages en une heure. Patientez un peu, puis envoyez le reste.

## A case, as the helpdesk sees it

case-title = Ticket { $number } : { $what }
verdict-missing_at_source = pas de photo dans Microsoft 365
verdict-blocked_by_policy = modification non autorisée pour la personne
verdict-stuck = SharePoint est en retard
verdict-cache = une copie plus ancienne s’affiche
verdict-could_not_see = tout n’a pas pu être vérifié
verdict-not_due_yet = délai normal pas encore écoulé
verdict-incident = un problème connu chez Microsoft
verdict-ok = tout est en ordre
verdict-none = une question sur la photo ou le profil
case-status = Statut
case-agent = Pris en charge par
case-nobody = personne pour l’instant
case-priority = Degré d’urgence
case-words = Problème
case-tried = Déjà essayé
case-contact = Contact
case-rating = Avis sur l’aide
case-muted = La personne ne souhaite pas recevoir de messages au sujet du ticket ; vos réponses figurent sur la carte dans sa conversation.
case-diagnostic = Diagnostic « { $name } » de Microsoft pour
case-opened = Ouvert le
case-reason = Résultat
case-confirmed = Résolu, selon la personne
case-at = Aussi dans
case-desk-down = { $desk } est injoignable ou refuse l’envoi ({ $code }). Je continue d’essayer.
confirmed-yes = oui
confirmed-no = non
reason-fixed = Le problème a été corrigé
reason-explained = Une explication a été donnée
reason-not_ours = Cela ne relève pas de ce support
reason-duplicate = Il existe un autre ticket à ce sujet
form-reply = Réponse au ticket { $number }
form-question = Question sur le ticket { $number }
form-note = Note interne sur le ticket { $number }
form-resolve = Résoudre le ticket { $number }
form-assign = Attribuer le ticket { $number }
form-reply-about = La personne lit ceci dans sa conversation avec moi.
form-question-about = La personne lit ceci dans sa conversation avec moi. Le ticket attend sa réponse.
form-note-about = Seul le support lit ceci.
form-resolve-about = La personne lit le message, et on lui demande si le problème est résolu.
form-assign-about = Choisissez quelqu’un du support.
line-taken = { $name } a pris ce ticket en charge.
line-assigned = { $name } a attribué ce ticket à { $text }.
line-reply = { $name } à la personne :
line-question = { $name } demande à la personne :
line-note = Note interne ({ $name }) :
line-resolved = { $name } a résolu ce ticket.
line-reopened = { $side ->
    [person] La personne ({ $name }) a rouvert ce ticket.
   *[other] { $name } a rouvert ce ticket.
  }
line-comment = La personne ({ $name }) :
line-withdrawn = La personne ({ $name }) a annulé ce ticket.
line-confirmed = La personne indique que le problème est résolu.
line-rated = Avis de la personne sur l’aide reçue : { $text }.
line-diagnosed = { $name } a vérifié à nouveau. Résultat :
line-resynced = { $name } a lancé une synchronisation pour la personne.
line-allowed = { $name } a levé le délai d’attente : la personne peut lancer une synchronisation tout de suite.
line-undone = { $name } a annulé la correction des paramètres de la photo.
line-arrived = La photo est arrivée dans SharePoint.
line-desk_down = { $text } est injoignable ou refuse ce ticket. Je continue d’essayer.
line-desk_up = { $text } a maintenant bien reçu ce ticket.
line-not_delivered = Le dernier message n’est pas parvenu à la personne : Teams ne l’a pas accepté.{ $text ->
    [later] {" "}Elle le recevra à son retour.
   *[other] {""}
  }
line-maybe_delivered = On ne sait pas si le dernier message est parvenu à la personne. Il figure sur la carte du ticket dans sa conversation.
line-reachable = La personne est de nouveau joignable.
line-summary = Du nouveau au sujet du ticket { $number }
line-left_out = Un système de support n’accepte pas l’une des entrées de ce fil ({ $text }). Elle ne figure qu’ici.
line-stuck = Une synchronisation s’est terminée sans que la photo soit arrivée.
line-due = L’échéance de la première réponse approche.
line-overdue = L’échéance de la première réponse est dépassée.
line-somebody = Quelqu’un du support
found-recent = Les tickets les plus récents
found-unassigned = Les tickets que personne n’a pris en charge
found-mine = Vos tickets ouverts
found-find = Voici ce que j’ai trouvé
found-none = Aucun ticket trouvé.
found-line = { $number } · { $status } · { $at } · { $name }
desk-none = Les membres du support n’ont pas encore été définis ; rien n’a donc été fait. Un administrateur peut les définir dans mes paramètres.
desk-elsewhere = Les tickets se traitent dans le canal du support.
desk-members-only = Seuls les membres du support peuvent faire cela.
desk-unknown = Je n’arrive pas à voir pour le moment qui fait partie du support ; rien n’a donc été fait. Réessayez dans un instant.
desk-taken = { $name } a déjà pris ce ticket en charge.
desk-moved-on = Ce ticket a changé entre-temps ; cela n’a donc pas été fait. Son statut est maintenant : { $status }.
desk-done = C’est fait.
desk-yours = Vous avez pris ce ticket en charge.
desk-reply = Votre réponse est en cours d’envoi à la personne.
desk-question = Votre question est en cours d’envoi à la personne.
desk-note = La note est enregistrée.
desk-resolved = Le ticket est résolu.
desk-not-an-agent = Cette personne ne fait pas partie du support. Choisissez quelqu’un qui en fait partie.
desk-other-open = La personne a déjà un ticket ouvert à ce sujet : { $number }.
desk-nothing-changed = Rien n’a changé.
desk-no-resync = Une synchronisation n’aiderait pas pour le moment ({ $found }).
desk-resync-runs = Une synchronisation est déjà en cours pour cette personne.
desk-no-limit = Il n’y a pas de délai d’attente pour cette personne.
desk-undo-needless = Il n’y a pas de correction à annuler.
desk-undo-refused = SharePoint a refusé, car il me manque une autorisation. Un administrateur peut me l’accorder.
desk-undo-failed = SharePoint ne l’a pas accepté. Réessayez dans quelques minutes.
desk-undo-uncertain = SharePoint n’a pas répondu. Réessayez : seules les valeurs qui diffèrent seront écrites.
desk-write-instead = Votre version de Teams n’affiche mes boutons qu’en partie. À la place, mentionnez-moi ici, dans le fil, et écrivez « prendre », « répondre » suivi de votre texte, « question », « note » ou « résoudre ».
desk-assigned = Le ticket est attribué.
desk-allowed = Le délai d’attente est levé : la personne peut lancer une synchronisation tout de suite.
desk-resynced = Une synchronisation est en cours pour la personne.
desk-undone = Les paramètres ont retrouvé les valeurs qu’ils avaient avant.
desk-reopened = Le ticket est de nouveau ouvert.
desk-say-what = Écrivez tout en un seul message : le mot, puis votre texte.
desk-which = Écrivez cela dans le fil d’un ticket.
desk-help-title = Voici comment j’aide le support
desk-help = Chaque ticket a ici une carte et un fil. Mentionnez-moi et écrivez « récents », « non attribués », « mes tickets », un numéro de ticket, ou « chercher » et quelques mots. Dans le fil d’un ticket, écrivez « prendre », « répondre », « question », « note » ou « résoudre », puis votre texte. Écrivez « état » pour voir ce qui est en place dans mon installation et ce qui manque.
command-setup = configurer le support, configurer support, configurer le helpdesk, configurer helpdesk, set up the helpdesk, set up helpdesk, setup helpdesk
command-recent = récents, recents, récent, recent, derniers, nouveaux, newest
command-unassigned = non attribués, non attribues, non assignés, non assignes, libres, unassigned
command-mine = mes tickets, mes dossiers, mes billets, les miens, à moi, mine, my cases, my tickets
command-find = chercher, cherche, rechercher, recherche, trouver, trouve, find, search, ticket, dossier, billet, case
command-take = prendre en charge, prendre, prends, je prends, take
command-reply = répondre, repondre, réponse, reponse, réponds, reponds, reply, answer
command-question = question, demander des précisions, demander, ask
command-note = note interne, note
command-resolve = résoudre, resoudre, résolu, resolu, clôturer, cloturer, fermer, resolve, close
command-health = état, etat, statut, vérifier, verifier, health
health-well = Tout ce dont j’ai besoin est en place.
health-ill = Ceci manque ou ne fonctionne pas :
health-attention = Ceci fonctionne, mais demande votre attention :
health-useful = Ceci serait utile, mais manque :
health-rest = En ordre :
credential-ends = Les informations d’identification avec lesquelles je me connecte à Microsoft 365 expirent le { $at }. Ensuite, je ne pourrai plus rien voir ni écrire. Demandez à un administrateur de les remplacer avant cette date ; « python app.py check » indique comment.
sign-in-why = Pour regarder votre photo et votre profil, j’ai besoin d’une connexion à votre compte : je vois alors ce que vous voyez, et rien de plus. En général, Teams vous connecte automatiquement. Si rien ne se passe, posez-moi à nouveau la question ; je vous répondrai avec ce que je peux voir sans cette connexion.
signed-out = Je ne conserve plus la connexion à votre compte. Votre connexion à Teams reste active.
signed-out-already = Je ne conserve aucune connexion à votre compte. Vous n’avez rien à faire.
command-sign-out = se déconnecter, se deconnecter, déconnexion, deconnexion, me déconnecter, me deconnecter, déconnecter, deconnecter, déconnectez-moi, deconnectez-moi, déconnecte-moi, deconnecte-moi
command-forget = oubliez-moi, oublie-moi, m'oublier, supprimez mes données, supprime mes données, supprimer mes données, effacez mes données, efface mes données, effacer mes données
command-export = exportez mes données, exporte mes données, exporter mes données, télécharger mes données, envoyez-moi mes données, envoie-moi mes données
setup-done = Ce canal est désormais celui du support : chaque ticket y reçoit une carte.
setup-elsewhere = Écrivez cela dans le canal que le support doit utiliser.
setup-fixed = Un administrateur définit dans mes paramètres quel canal est celui du support. Je ne peux donc pas le changer ici.
setup-not-wanted = Un administrateur doit d’abord ajouter « channel » aux systèmes de support dans mes paramètres.

## What was done by the helpdesk, and what was refused

did-start_for = le support a lancé une synchronisation pour vous
did-allow_for = le support vous a permis de commencer plus tôt
did-undo_for = le support a annulé la modification de votre profil SharePoint
did-refused = utilisation d’un bouton ou d’une commande réservés à une autre personne ; rien n’a été fait
did-asked = vous avez posé une question sur votre photo ou votre profil
