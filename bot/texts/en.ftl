### English. A finding has two sentences: what is the case, and (next-…) what happens now.

## Findings: the account and the organization

finding-account_not_found = I found no account of yours in this organization's directory, so I cannot look at your photo.
next-account_not_found = The helpdesk can check your account. If it was made only just now, please ask me again in an hour.

finding-incident = Microsoft has a problem with { $service } at the moment. It can hold up changes for everybody.
next-incident = There is nothing for you to do. Microsoft is working on it under incident number { $incident }. I can come back to you when it is over.

finding-guest = You are a guest in this organization, so your photo and profile here are kept apart from those in your own organization.
next-guest = An administrator of this organization can change them for your guest account; the helpdesk of this organization can arrange that. A change in your own organization does not reach them.

finding-account_disabled = Sign-in is switched off for this account, and SharePoint does not pick up changes for such accounts.
next-account_disabled = An administrator can switch sign-in on again; the helpdesk can arrange that. After that it usually takes about a day.

finding-account_recreated = SharePoint still connects your name with an earlier account that no longer exists. That happens when an account was deleted and made again.
next-account_recreated = A SharePoint administrator can put this right with Microsoft's diagnostic "Site User ID Mismatch". The helpdesk can arrange that; it takes about a day.

finding-service_rejected = A Microsoft 365 service reports an error with your account, and has not taken over everything about you.
next-service_rejected = An administrator has to look at the error. The helpdesk can arrange that, and I have noted the details for them. It can take some days.

finding-directory_conflict = Your account cannot be synchronized from your organization's own directory: one of its values is also used by another account.
next-directory_conflict = An administrator has to solve this conflict; the helpdesk can arrange that. After that, changes usually come through within a day.

finding-sync_stopped = The synchronization with your organization's own directory seems to have stopped, so changes that are made there probably do not come through at the moment.
next-sync_stopped = Please tell the helpdesk, because this concerns many people. Once it runs again, changes usually come through within a day.

## Findings: who may change a photo

finding-mastered_on_premises = Your organization manages photos in its own directory, so they cannot be changed in Microsoft 365.
next-mastered_on_premises = The helpdesk can have your photo changed there. It usually shows in Microsoft 365 about a day later.

finding-only_some_may_change = In your organization, only certain administrators may change photos.
next-only_some_may_change = The helpdesk can have your photo changed for you.

finding-policy_unknown = { $why ->
    [forbidden] I am not allowed to see the rules for photos, so I cannot say whether you may change yours yourself.
   *[other] I could not see the rules for photos just now, so I cannot say whether you may change yours yourself.
  }
next-policy_unknown = You can try to upload one. If that is not possible, the helpdesk can tell you who may change it.

finding-mailbox_policy = Nothing in the rules for photos that I can see keeps you from changing yours. If Outlook or Teams does not let you, it is probably a rule for your mailbox, and those I cannot see.
next-mailbox_policy = An administrator can check the rules for your mailbox. The helpdesk can arrange that. A change to such a rule can take a day.

finding-upload_refused = Microsoft 365 takes a photo only as a JPEG or PNG file of at most 4 MB.
next-upload_refused = Save your photo as a JPEG file, smaller if need be, and upload it again. It usually shows everywhere within a day, sometimes within three.

finding-new_upload_refused = Microsoft 365 holds a photo of you. Why it refused another one I cannot see; it takes only JPEG and PNG files of at most 4 MB.
next-new_upload_refused = Save your photo as a JPEG file, smaller if need be, and upload it again. If it is refused once more, the helpdesk can look into it.

## Findings: where the photo comes from

finding-mailbox_on_premises = Your mailbox is not in Microsoft 365 but with your organization itself, and so is the photo that belongs to it.
next-mailbox_on_premises = The helpdesk can have your photo set there.

finding-mailbox_is_new = Your mailbox is new and not quite ready yet. Until it is, photos cannot be reached.
next-mailbox_is_new = This usually takes a quarter of an hour, and sometimes a day. I can come back to you on { $look_again_at }.

finding-no_mailbox = Microsoft 365 holds no photo of you. Your account has no mailbox, which is where photos usually come from.
next-no_mailbox = You can add a photo to your account, or the helpdesk can tell you whether a mailbox comes with your licence.

finding-no_photo = Microsoft 365 holds no photo of you, so there is nothing to show.
next-no_photo = Add one, and it usually shows everywhere within a day, sometimes within three.

finding-directory_photo = Microsoft 365 and SharePoint hold the same photo of you. It is a very small one, which probably comes from your organization's own directory.
next-directory_photo = The helpdesk can have a new photo put there, or tell you whether you may upload one yourself. It usually shows about a day later.

## Findings: nothing can be said

finding-throttled = Microsoft 365 asked me to wait before I look, so I cannot say yet what is the matter.
next-throttled = { $retry_at ->
    [none] Please try again in a few minutes.
   *[other] I can look again from { $retry_at }.
  }

finding-permission_missing = I am not allowed to look at everything that I need, so I cannot say what is the matter.
next-permission_missing = An administrator has to give me a permission first. The helpdesk can arrange that.

finding-sign_in_refused = Microsoft 365 did not let me sign in, so I cannot say what is the matter.
next-sign_in_refused = An administrator has to look at my settings. The helpdesk can arrange that.

finding-signed_out = Without your sign-in I cannot see your photo and your profile, so I cannot say what is the matter.
next-signed_out = Choose "Look again", and Teams signs you in. If that does not work, the helpdesk can help.

finding-other_geography = Your SharePoint profile is kept in another region, where I may not look, so I cannot say what is the matter.
next-other_geography = An administrator can add that region to my settings. The helpdesk can arrange that.

finding-not_seen = A part of Microsoft 365 did not answer properly, so I cannot say what is the matter.
next-not_seen = This usually passes. Please try again in a few minutes, or let me come back to you.

finding-account_unknown = { $why ->
    [forbidden] I am not allowed to see your account, so I cannot say whether you are a guest, have a mailbox and may use SharePoint.
   *[other] I could not see your account just now, so I cannot say whether you are a guest, have a mailbox and may use SharePoint.
  }
next-account_unknown = { $why ->
    [forbidden] As far as I can see, Microsoft 365 and SharePoint hold the same photo of you. An administrator can give me the permission that I lack; the helpdesk can arrange that.
   *[other] As far as I can see, Microsoft 365 and SharePoint hold the same photo of you. Please look again in a few minutes.
  }

## Findings: the way to SharePoint

finding-not_licensed = SharePoint has no profile for you, because your account has no licence for SharePoint.
next-not_licensed = The helpdesk can tell you whether you get one. After that, a profile is usually made within a day.

finding-no_profile = SharePoint has no profile for you yet, so it cannot show your photo.
next-no_profile = Open SharePoint once; a profile is usually made within a day. If it is still missing then, the helpdesk can check your licence.

finding-photo_without_mailbox = Microsoft 365 holds a photo of you, but SharePoint does not show it. Your account has no mailbox, and perhaps SharePoint does not take photos over for such accounts.
next-photo_without_mailbox = You can put the photo into your SharePoint profile yourself: choose "Change my photo". The helpdesk can also tell you whether a mailbox comes with your licence.

finding-pull_switched_off = SharePoint does not show the photo that Microsoft 365 holds of you, and for your account it is set not to take photos over.
next-pull_switched_off = An administrator can look into that setting. The helpdesk can arrange it.

finding-pull_stuck = SharePoint still does not show the photo that Microsoft 365 holds of you, although I asked it to fetch it on { $asked_at }.
next-pull_stuck = An administrator can run Microsoft's diagnostic for profile pictures and check the settings of the Picture property. The helpdesk can arrange that.

finding-placeholder_shown = Microsoft 365 holds a photo of you, but SharePoint did not get it at its last attempt and shows an empty picture.
next-placeholder_shown = I can ask SharePoint to fetch it again. If all goes well, it is there by { $expected_by }.

finding-never_pulled = Microsoft 365 holds a photo of you, but SharePoint has never fetched it.
next-never_pulled = I can ask SharePoint to fetch it. If all goes well, it is there by { $expected_by }.

finding-pull_not_due = SharePoint does not show yet the photo that Microsoft 365 holds of you, because it fetches a photo at most once a day.
next-pull_not_due = Nothing is wrong. SharePoint last fetched on { $pulled_at } and can do so again from { $possible_at }. I can come back to you then. Your photo is usually there by { $expected_by }.

finding-sharepoint_behind = SharePoint does not show the photo that Microsoft 365 holds of you: probably nobody has asked it to fetch the new one yet.
next-sharepoint_behind = I can ask SharePoint to fetch it. If all goes well, it is there by { $expected_by }.

finding-sizes_differ = SharePoint shows your new photo in one size and still the earlier one in another.
next-sizes_differ = I can ask SharePoint to fetch it again. If all goes well, all sizes are right by { $expected_by }.

finding-picture_unreadable = One of your photos is in a form that I cannot read, so I cannot compare them.
next-picture_unreadable = Please upload your photo again, as a JPEG or PNG file.

finding-picture_elsewhere = SharePoint names a place for your photo where I do not look, so I cannot compare the two photos.
next-picture_elsewhere = Upload your photo again in Microsoft 365. If SharePoint still shows another one after { $expected_by }, the helpdesk can look into it.

finding-picture_state_unknown = Microsoft 365 and SharePoint hold the same photo of you, but SharePoint reports a state for it that I do not know.
next-picture_state_unknown = If you do not see your photo in SharePoint, the helpdesk can look into it. The details are ready for them.

finding-pulled_another = SharePoint last fetched a photo on { $pulled_at }, when Microsoft 365 already held this one, and still shows another.
next-pulled_another = An administrator can run Microsoft's diagnostic for profile pictures; the helpdesk can arrange that. You can also have me ask SharePoint once more.

## Findings: only a copy is old

finding-only_cached = Microsoft 365 and SharePoint hold the same photo of you. Where you see another one, you are looking at an older copy.
next-only_cached = { $place ->
    [teams] Teams keeps copies of its own and renews them by itself; for today's Teams no time is published. Signing out of Teams and in again often helps. Compare with Teams in a web browser.
   *[other] Such copies are usually renewed by themselves; how long each app takes is not published. Signing out and in again, or a private browser window, often helps.
  }

finding-cached_in_outlook = Microsoft 365 and SharePoint hold the same photo of you. What you see in Outlook is probably an older copy.
next-cached_in_outlook = Outlook renews its address book about once a day. If you still see the old photo after { $expected_by }, download the address book in Outlook, and check that Outlook is set to show photos.

finding-copied_elsewhere = Here, Microsoft 365 and SharePoint hold the same photo of you. What people in another organization see is probably a copy that is kept there.
next-copied_elsewhere = Such a copy is usually renewed by itself, which can take some days. Nothing can be done about it from here; the other person can sign out and in again.

finding-cached_in_browser = Microsoft 365 and SharePoint hold the same photo of you. What you see is probably a copy that your browser has kept.
next-cached_in_browser = Reload the page, or open it in a private browser window to compare.

finding-site_copy_old = Your profile is right, but this site still shows an older copy of it. Each site keeps a copy of its own and renews it only for people who are active there.
next-site_copy_old = Edit or upload something on that site: the copy is usually renewed within a day. If not, the site's owner or the helpdesk can have it repaired.

finding-site_unnamed = Microsoft 365 and SharePoint hold the same photo of you. A site keeps a copy of its own and renews it only for people who are active there.
next-site_unnamed = Send me the address of the site, and I will look at its copy. If you edit or upload something there, it is usually renewed within a day.

finding-hidden_from_lists = You are hidden from address lists, so people may not find you and your photo when they search.
next-hidden_from_lists = If that is not intended, an administrator can change it. The helpdesk can arrange that; it usually shows about a day later.

finding-all_in_order = Microsoft 365 and SharePoint hold the same photo of you. Everything is in order.
next-all_in_order = There is nothing to do.

## Findings: the texts of a profile

finding-texts_differ = Not everything that your organization's directory says about you has reached SharePoint yet.
next-texts_differ = This usually comes through within a day, by { $expected_by }. How long it takes depends on how many changes wait in the queue: with little work much sooner, with a lot of work longer. I cannot start it for you.

finding-texts_overdue = Not everything that your organization's directory says about you has reached SharePoint, although more than a day has passed.
next-texts_overdue = It should have come through by now. An administrator can look into it; the helpdesk can arrange that.

finding-directory_is_master = What your organization's directory says about you and what SharePoint shows are the same.
next-directory_is_master = { $master ->
    [premises] Your name, title, department, manager and work phone come from your organization's own directory. An edit in SharePoint or Microsoft 365 is overwritten after a while. The helpdesk or human resources can have it changed in that directory; it usually shows within a day after that.
    [probably] Your name, title, department, manager and work phone probably come from your organization's own directory. An edit in SharePoint or Microsoft 365 is then overwritten after a while. The helpdesk or human resources can have it changed in that directory; it usually shows within a day after that.
   *[cloud] Your name, title, department, manager and work phone come from your organization's directory. An edit in SharePoint is overwritten after a while. The helpdesk or human resources can have it changed in the directory; it usually shows within a day after that.
  }

finding-texts_cached = What your organization's directory says about you and what SharePoint shows are the same. What you see elsewhere is probably an older copy.
next-texts_cached = Such copies are usually renewed by themselves; changes on profile cards can take up to two days. On a SharePoint site it often helps to edit or upload something there. If nothing changes, the helpdesk can look into it.

finding-field_not_synced = SharePoint does not copy this from your organization's directory: { $field }.
next-field_not_synced = A change in the directory will not show in SharePoint. You may be able to edit it in your own profile; if not, an administrator can have it filled in.

## What could not be seen

finding-health_unknown = { $why ->
    [forbidden] I am not allowed to see whether Microsoft has a known problem at the moment.
   *[other] I could not see whether Microsoft has a known problem at the moment.
  }
finding-sync_unknown = { $why ->
    [forbidden] I am not allowed to see whether the synchronization with your organization's own directory is running.
   *[other] I could not see whether the synchronization with your organization's own directory is running.
  }
finding-site_unknown = { $why ->
    [forbidden] I am not allowed to see that site's own copy of your profile.
    [elsewhere] I did not find that site in your organization, so I could not look at its copy of your profile.
   *[other] I could not see that site's own copy of your profile.
  }
unseen = What I could not see: { $what }.
unseen-forbidden = I am not allowed to see: { $what }.
unseen-account = your account
unseen-source_photo = your photo in Microsoft 365
unseen-policy = the rules for photos
unseen-profile = your SharePoint profile
unseen-sharepoint_photo = your photo in SharePoint
unseen-small_photos = the smaller sizes of your photo in SharePoint
unseen-incidents = Microsoft's service health
unseen-organization = the synchronization with your organization's own directory
unseen-site_entry = the site's copy of your profile

## The two photos

store-source = Microsoft 365
store-sharepoint = SharePoint
photo-source-alt = Your photo in Microsoft 365, where it comes from
photo-sharepoint-alt = Your photo in SharePoint
photo-none = no photo
photo-unseen = could not be seen
photo-since = seen by me since { $at }
photo-changed = changed between { $before } and { $at }
photo-pulled = fetched { $at }

## The texts of a profile

text-empty = (empty)
texts-same = The same in both: { $names }.
told = What you told me: { $what }
since = since { $day }
since-month = since { $month }
place-teams = in Teams
place-outlook = in Outlook
place-sharepoint = in SharePoint
place-delve = in Delve
place-browser = in the browser
place-phone = on the phone
place-elsewhere = in another organization
place-site = on a site
attribute-login = User name
attribute-display_name = Name
attribute-first_name = First name
attribute-last_name = Last name
attribute-job_title = Job title
attribute-department = Department
attribute-manager = Manager
attribute-office = Office
attribute-work_phone = Work phone
attribute-mail = Email address
attribute-language = Language
attribute-mobile = Mobile phone
attribute-company = Company
attribute-employee_id = Employee ID
attribute-address = Address

## Buttons

action-facts = Details
action-details = Details for the helpdesk

action-resync = Resync
action-start = Start
action-back = Not now
action-check = Look again
action-status = How is it going?
action-remind = Remind me
action-stop = Stop
action-mute = Messages off
action-unmute = Messages on
action-history = What was done?
action-change = Change my photo
action-helpdesk = Ask the helpdesk
action-open-account = Open My Account
action-open-photo = Change it in Microsoft 365
action-open-editor = Edit it in SharePoint
action-open-profile = View in Microsoft 365
action-speak = Use this language
action-privacy = Back
action-export = Export my data
action-forget = Forget me
action-erase = Yes, forget me
action-open-sharepoint = View in SharePoint
action-ask-check = Check my photo
action-ask-photo_stale = Why is my photo old?
action-ask-photo_missing = My photo is not shown
action-ask-photo_change = Change my photo
action-ask-profile_stale = My title or name is wrong
action-ask-profile_change = Edit my profile
action-ask-sync_duration = How long does it take?
action-ask-sync_explain = How does it work?
action-ask-resync = Resync my photo
action-ask-status = How is it going?
action-ask-stop = Stop the resync
action-ask-mute = Send me no messages
action-ask-remind = Tell me when it is possible
action-ask-history = What have you done?
action-ask-helpdesk = Ask the helpdesk
action-ask-help = What can you do?
action-ask-privacy = What do you keep about me?
action-ask-language = Which languages do you speak?
action-ask-thanks = Thank you

## The resync

plan-title = This is what I will do
plan-ask = Ask SharePoint to fetch your photo.
plan-as_person = Ask SharePoint on your behalf to fetch your photo, with your own sign-in. The sign-in is used for this one request only and is not kept.
plan-guide = Show you how to open your own SharePoint page: that also makes SharePoint fetch your photo.
plan-republish = If that does not help within ten minutes: put the photo you have now into Microsoft 365 once more, exactly as it is, where your organization allows it.
plan-repair = Correct the two settings in your SharePoint profile that keep SharePoint from fetching your photo. Their old values are kept.
plan-watch = Keep looking until your photo has arrived, until { $until } at the latest.
plan-tell = Tell you here how it ended.
plan-safe = Your photo itself is not changed.
plan-flags = Your photo itself is not changed. An administrator can undo the change to your profile.
plan-limited = You can start a resync from { $at } ({ $minutes ->
    [one] in one minute
   *[other] in { $minutes } minutes
  }). The helpdesk can arrange for you to start sooner.

progress-title = The resync of your photo is under way
progress-asked = My request was sent to SharePoint on { $at }
progress-ask-failed = My request to SharePoint has not gone through; I will repeat it
progress-as_person = A request on your behalf was sent to SharePoint on { $at }
progress-not-as-person = I could not ask SharePoint on your behalf; everything else goes on
progress-asking = I am asking SharePoint to fetch your photo
progress-watching = I keep looking until the photo has arrived; next time on { $at }
progress-watching-now = I keep looking until the photo has arrived
progress-tell = I will tell you here how it ended, by { $until }
progress-guide = You can help by opening your own SharePoint page in a private browser window. I will see by myself when it has worked.
progress-address = This is how: copy the address below, open a private window in your browser, paste the address there and sign in. A private window keeps no older copy of your photo.
progress-pulled = SharePoint fetched a photo on { $at }
progress-republish = Your photo was put into Microsoft 365 once more, unchanged, on { $at }
progress-repair = Two settings in your SharePoint profile were corrected on { $at }
progress-quiet = I will send no message; this card shows how it ends
progress-changed = Your photo has changed since you started. I am now waiting for the newest one.
step-done = Done:
step-now = Now:
step-next = Next:

arrived-title = Your new photo has arrived in SharePoint.
arrived-proof = I compared the photos in Microsoft 365 and SharePoint on { $at }. They are the same.
arrived-cache = Some apps may still show an older copy for a while. It is usually renewed by itself.
arrived-summary = Good news about your photo

stuck-title = Your photo has not arrived in SharePoint yet.
stuck-unseen = I could not see whether your photo has arrived in SharePoint.
stuck-tried = { $looks ->
    [one] I looked once, on { $at }.
   *[other] I looked { $looks } times, the last time on { $at }.
  }
stuck-removed = There is no photo of you in Microsoft 365 any more, so there is nothing that SharePoint could fetch.
stuck-next = The helpdesk can take it from here: Microsoft has a diagnostic for exactly this problem, which an administrator can run. The reference number is { $case }.
stuck-escalated = I have passed this on to your helpdesk as case { $case }, with everything that I found and tried.
stuck-summary = News about your photo
waiting-title = I will come back to you about this
waiting-until = I will look again on { $at }.
waiting-then = If there is news then, I will tell you here. There is nothing for you to do until then.
waiting-then-quiet = I will send no message; this card shows how it stands.
reminded-notice = You asked me to come back to you about this. If you do not want a message next time, choose "Messages off" on the card while the reminder is waiting.
stopped-waiting = The reminder was stopped, as you asked
stopped-waiting-at = Stopped on { $at }. You can ask me again at any time.
did-shown = I showed how it ended on the card, without a message
reminded-title = I have looked again, as you asked
reminded-at = I looked on { $at }; what I found comes in a message of its own
reminded-summary = You asked me to come back to you
stopped-title = The resync was stopped, as you asked
stopped-at = Stopped on { $at }. If SharePoint has already begun to fetch your photo, it may still arrive.
outdated = This card is out of date. The newest card says how things stand.
muted-notice = I will send you no messages about this.
unmuted-notice = I will send you a message again when there is news.
ended-why-helpdesk = You are getting this message because your helpdesk started a resync for you. If you do not want one next time, choose "Messages off" on the card while the resync is under way.
ended-why = You are getting this message because you started a resync. If you do not want one next time, choose "Messages off" on the card while the resync is under way.
history-title = This is what was done, in order
history-none = Nothing has been done about your photo or profile so far.
did = { $at }: { $what }{ $outcome ->
    [none] {""}
   *[other] {" "}– { $outcome }
  }
did-start = you started a resync
did-stop = you stopped it
did-mute = you switched messages off
did-unmute = you switched messages on
did-remind = you asked for a reminder
did-ask = I asked SharePoint to fetch your photo
did-as_person = I asked SharePoint on your behalf to fetch your photo
did-republish = I put your photo into Microsoft 365 once more, unchanged
did-repair = I corrected two settings in your SharePoint profile
did-undo = an administrator undid the change to your SharePoint profile
did-allow = an administrator let you start sooner
did-arrived = I saw that your photo had arrived
did-still_stuck = I stopped waiting
did-reminded = I looked again, as you asked
did-escalated = I passed this on to the helpdesk
did-told = I told you how it ended
did-not_told = I could not reach you
outcome-refused = this was not allowed
outcome-failed = this did not go through
outcome-uncertain = it is not known whether this went through
outcome-needless = this was not needed
stuck-diagnostic = For administrators: Microsoft's diagnostic for profile pictures

not-yours = That card belongs to somebody else. Ask me "why is my photo old?" and I will look at yours.
no-case = I have nothing under way for you. Ask me "why is my photo old?" and I will look.
no-resync-now = A resync would not help now.

## Answers

welcome-title = Hello, I am Resync
welcome-about = I find out why your profile photo is old or missing in Microsoft 365. If you like, I start the resync and tell you here when the new photo has arrived.
welcome-try = Ask me in your own words, in { $languages }, for example "why is my photo old?".
welcome-limits = I only look at your own photo and profile, with permissions that an administrator of your organization gave me.
help-title = This is what I can do
menu-check = I look at your photo and profile, and say what I find.
menu-photo_stale = I find out where the photo is stuck, and what helps.
menu-photo_change = I tell you where to change your photo, and whether you may.
menu-profile_stale = I compare your profile with the directory, field by field.
menu-sync_duration = I tell you how long it takes, in general and for you.
menu-resync = I show you what I will do, and you decide.
menu-status = I tell you how far your resync or your case is.
menu-tickets = I show you your cases at the helpdesk.
menu-helpdesk = I pass your question on, with everything that I found.
menu-contact = I tell you how to reach the helpdesk, and what to say there.
menu-language = I tell you which languages I speak, and you choose one.
menu-privacy = I tell you what I keep about you. You can have a copy, or have it erased.
menu-help = I show you everything that I can do.
welcome-summary = Hello, I am Resync
team-welcome = I am Resync. I help people with profile photos that are old or missing. Write to me in a personal chat: there I can look at your own photo.
team-added = Added by:
personal-only = What I find out about a photo is personal. Please ask me in a personal chat.
no-identity = Teams did not tell me who you are, so I cannot look at your photo. Write to me from your own work account, and I will.

change-title = How to change your photo
change-how = Open Microsoft 365 on the web, select your picture or your initials in the top right corner, and then the camera. In Teams, select your picture or initials, and then the same picture again.
change-size = Use a JPEG or PNG file of at most 4 MB.
change-after = It usually shows everywhere within a day, sometimes within three. Write to me if it does not.

duration-title = How long it takes
duration-photo = A new photo usually reaches SharePoint within a day, and sometimes takes up to three days. SharePoint fetches a photo only when somebody asks for it, and at most once in 24 hours.
duration-profile = For names, titles and departments it depends on how many changes wait in the queue: with little work they come through much sooner, with a lot of work it takes longer.
duration-apps = Teams, Outlook and browsers keep copies of their own. Outlook renews its address book about once a day; for today's Teams no time is published.

explain-title = How it works
explain-photo = Your photo is kept in Microsoft 365. SharePoint makes copies of it in three sizes, but only when it is asked: usually when you open your own SharePoint page. If nobody asks, the old photo stays. To get the right photo shown, a photo sync has to be started, and that is what I help with.
explain-profile = Names, titles and departments come from your organization's directory and are copied automatically at regular intervals.
own-title = For you
own-pulled = SharePoint last fetched a photo of you on { $at }.

profile-change-title = How to edit your profile
profile-change-how = Delve was retired on 16 December 2024. Open your own profile card, for example by searching for your name in Microsoft 365 and selecting it under People, and choose "Update your profile".
profile-change-limits = Your name, title, department, manager and work phone cannot be edited there: they come from your organization's directory.
profile-change-after = A change on your profile card can take up to two days to show everywhere.

status-none = There is no resync under way for you.

helpdesk-title = Your helpdesk
helpdesk-case = Your reference is { $case }. Give them this number.
helpdesk-found = For the helpdesk: { $found }
helpdesk-nocase = If you tell me first what is wrong, I can give you what I find to take along.
helpdesk-contact = You can reach the helpdesk here: { $contact }
helpdesk-nocontact = Contact your organization's helpdesk in the usual way.

thanks = You are welcome.
privacy-title = What I keep about you
privacy-account = The ID of your account, how to reach you in Teams, and your languages and time zone: as long as you have this app, and { $days } days longer.
privacy-case = What I found out about your photo and profile, last on { $at }: until { $days } days after you last asked me.
privacy-fingerprints = { $count ->
    [one] A fingerprint of your photo or profile, by which I notice that it has changed. I keep it until { $days } days after I last saw it like that. Neither the photo nor the texts can be seen in it.
   *[other] { $count } fingerprints of your photo and profile, by which I notice that they have changed. I keep each until { $days } days after I last saw it like that. Neither the photo nor the texts can be seen in them.
  }
privacy-log = { $count ->
    [one] A log of what was done for you, with one line so far. I keep each line for { $days } days.
   *[other] A log of what was done for you, with { $count } lines since { $since }. I keep each line for { $days } days.
  }
privacy-tickets = { $count ->
    [one] A case at the helpdesk, with everything that was found and written: until { $days } days after it ended.
   *[other] { $count } cases at the helpdesk, with everything that was found and written: each until { $days } days after it ended.
  }
privacy-chat = The last things that we wrote here, for one day, so that they can go along with a case.
privacy-rated = Which of my answers you rated, and what you wrote with it, for { $days } days.
privacy-answers = Which answers I gave you to rate, for { $days } days.
privacy-repeats = My latest answers to you, for one day, so that nothing is done twice if Teams repeats a message.
privacy-sign-in = Your sign-in, encrypted so that only I can use it, until { $at }. Write "sign out" and I forget it sooner.
privacy-work = What you did as a member of the helpdesk, with the cases of others.
privacy-photos = With a case at the helpdesk I also keep small copies of your photos, because your organization has chosen so.
privacy-misses = A message that I do not understand I also keep, without names, addresses and numbers, so that an administrator can see what I should learn. It is not kept together with your account.
privacy-where = All of this is in your organization's own database, which your administrator runs.
privacy-page = What your organization says about privacy
privacy-personal-only = What I keep about you is only for you to see. Please ask me in a personal chat.
export-summary = A copy of everything that I keep about you
export-offered = Your file is ready. Teams now asks you whether I may put it into your OneDrive; you can answer for one hour.
export-declined = I have not put the file anywhere. You can choose "Export my data" at any time.
export-outdated = That question was already answered, or is more than an hour old. Choose "Export my data" and I will make a new file.
export-failed = I could not put the file into your OneDrive. Please try again in a few minutes. If it happens again, the helpdesk can have the file made for you.
export-not-here = I cannot send files in this version of Teams. An administrator can make the file for you; the helpdesk can arrange that.
export-done-summary = Your file is in your OneDrive
forget-title = Do you want me to forget you?
forget-goes = I then erase what I keep about you: how to reach you, your languages, what I found, the fingerprints, your ratings, and what we wrote here.
forget-sign-in = Your sign-in goes too. You stay signed in to Teams.
forget-resync = The resync that is under way for you stops, and you will not hear from me about it.
forget-waiting = You will then not get the reminder that you asked for.
forget-tickets = Your cases at the helpdesk stay there until { $days } days after they ended. If one is still open, it is withdrawn.
forget-log = The log keeps what was done, but no longer for whom.
forget-elsewhere = I cannot erase what is written in this chat, or what other systems of the helpdesk have.
forget-outdated = That question was already answered, or is more than an hour old. That is why I ask you again.
forgotten-title = I have forgotten you
forgotten-stays = Your cases at the helpdesk stay there until { $days } days after they ended.
forgotten-again = If you write to me again, we begin anew.
language = I answer in the language that you write in: { $languages }.
language-now = When a message does not tell me the language, I answer in this one: { $language }.
unknown-title = I did not understand that
unknown-how = I know about profile photos and profiles in Microsoft 365. Choose one of these, or ask in other words.
between-title = What do you mean?
failed-title = Something went wrong on my side
failed-how = That is not your fault. Please try again in a moment.
pending = I am still looking. The answer comes here in a moment.
case-number = Reference { $case }
next-label = What happens next

## Buttons of a case at the helpdesk

action-file = Send to the helpdesk
action-tickets = My cases
action-ticket = Case { $number }
action-comment = Send
action-withdraw = Withdraw the case
action-reopen = No, please look again
action-reopen-ended = Open the case again
action-solved = Yes, it is solved
action-rate = Send my answer
action-hush = Messages off
action-unhush = Messages on
action-work = Work on this case
action-more = More
action-take = Take
action-assign = Assign
action-reply = Reply
action-question = Ask for information
action-note = Internal note
action-resolve = Resolve
action-reopen_for = Reopen
action-diagnose = Look again
action-resync_for = Resync for the person
action-allow_for = Lift the waiting time
action-undo_for = Undo the repair
action-send = Send
action-back-to-case = Back
action-ask-tickets = My cases

## A case at the helpdesk, as the person sees it

form-title = Ask your helpdesk
form-about = I send along what I found and tried, and our last messages here. You get a case number at once. Please write no passwords: what looks like one is left out.
field-words = What is wrong?
field-tried = What have you already tried?
field-priority = How urgent is it?
field-contact = How can the helpdesk reach you, if not here?
field-text = Message
field-rating = How satisfied are you with the help?
field-reason = How did it end?
field-agent = Who?
field-language = Language
field-empty = Something is missing here. Please fill this in.
field-too-long = This is too long to send: it has { $length } characters, and { $most } is the most. Please shorten it; nothing was lost.
priority-low = It can wait
priority-normal = Normal
priority-high = Urgent
tried-resync = I started a resync on { $at }.
ticket-open = Case { $number } at your helpdesk
ticket-waiting = Case { $number }: your helpdesk has a question
ticket-resolved = Case { $number } is resolved
ticket-withdrawn = Case { $number } was withdrawn
ticket-passed-on = Your helpdesk gets it with everything that I found. The answer comes here.
ticket-kept = The helpdesk's system cannot be reached at the moment. Your case is safe with me, and I will pass it on as soon as that is possible.
ticket-with = { $name } is working on it.
ticket-waits-for-you = Your helpdesk is waiting for your answer.
ticket-resolved-at = Resolved on { $at }.
ticket-withdrawn-at = Withdrawn on { $at }.
ticket-already = You already have case { $number } about this. You can add something to it here.
ticket-about = Opened on { $at }{ $words ->
    [none] {""}
   *[other] : { $words }
  }
ticket-moved-on = This case has changed in the meantime. This is how it stands now.
ticket-sent = I have passed this on to your helpdesk.
ticket-solved-question = Is it solved?
ticket-why = You are getting this message because of your case { $number }. If you want no more messages about it, choose "Messages off" on the card.
ticket-muted = I send you no messages about this case; this card shows how it stands.
ticket-reply-summary = Your helpdesk has answered
ticket-question-summary = Your helpdesk has a question
ticket-resolved-summary = Your case is resolved
ticket-reopened-summary = Your case is open again
ticket-resynced-summary = News about your case
ticket-allowed-summary = News about your case
rating-thanks = Thank you for your answer.
rating-1 = Very dissatisfied
rating-2 = Dissatisfied
rating-3 = Neither satisfied nor dissatisfied
rating-4 = Satisfied
rating-5 = Very satisfied
spoken = { $who } · { $at } · { $what }
by-person = { $name ->
    [none] You
   *[other] { $name }
  }
by-helpdesk = { $name ->
    [none] The helpdesk
   *[other] { $name } (helpdesk)
  }
by-bot = Resync
spoke-comment = message
spoke-reply = answer
spoke-question = question
spoke-resolved = case resolved
spoke-reopened = case reopened
spoke-withdrawn = case withdrawn
spoke-resynced = a resync was started
spoke-allowed = a resync can be started at once
tickets-title = Your cases
tickets-none = You have no cases at the helpdesk.
tickets-line = { $number } · { $status } · { $at }
status-open = open
status-waiting = waiting for an answer
status-resolved = resolved
status-withdrawn = withdrawn
not-your-ticket = That case belongs to somebody else, so I cannot show it to you. Write "my cases" to see your own.
too-many-tickets = No more cases can be opened for you today. You can add to a case that you have, or open a new one tomorrow. If it is urgent:
too-many-comments = I cannot pass on more than that in one hour. Please wait a little, and then send the rest.

## A case, as the helpdesk sees it

case-title = Case { $number }: { $what }
verdict-missing_at_source = no photo in Microsoft 365
verdict-blocked_by_policy = the person may not change it themselves
verdict-stuck = SharePoint is behind
verdict-cache = an older copy is shown
verdict-could_not_see = not everything could be seen
verdict-not_due_yet = not due yet
verdict-incident = a known problem at Microsoft
verdict-ok = everything is in order
verdict-none = a question about photo or profile
case-status = Status
case-agent = Taken by
case-nobody = nobody yet
case-priority = Urgency
case-words = What is wrong
case-tried = Tried already
case-contact = Contact
case-rating = Satisfaction
case-muted = The person wants no messages about the case; your answers stand on the card in their chat.
case-diagnostic = Microsoft's diagnostic "{ $name }" for
case-opened = Opened
case-reason = Result
case-confirmed = Solved, says the person
case-at = Also in
case-desk-down = { $desk } cannot be reached or refuses this ({ $code }). I keep trying.
confirmed-yes = yes
confirmed-no = no
reason-fixed = It was repaired
reason-explained = It was explained
reason-not_ours = It is not for this helpdesk
reason-duplicate = There is another case about it
form-reply = Answer to case { $number }
form-question = Question about case { $number }
form-note = Internal note on case { $number }
form-resolve = Resolve case { $number }
form-assign = Assign case { $number }
form-reply-about = The person reads this in their chat with me.
form-question-about = The person reads this in their chat with me. The case waits for the answer.
form-note-about = Only the helpdesk reads this.
form-resolve-about = The person reads the message, and is asked whether it is solved.
form-assign-about = Choose somebody from the helpdesk.
line-taken = { $name } has taken this case.
line-assigned = { $name } has assigned this case to { $text }.
line-reply = { $name } to the person:
line-question = { $name } asks the person:
line-note = Internal note by { $name }:
line-resolved = { $name } has resolved this case.
line-reopened = { $side ->
    [person] The person, { $name }, has reopened this case.
   *[other] { $name } has reopened this case.
  }
line-comment = The person, { $name }:
line-withdrawn = The person, { $name }, has withdrawn this case.
line-confirmed = The person says that it is solved.
line-rated = The person's rating of the help: { $text }.
line-diagnosed = { $name } has looked again. The result:
line-resynced = { $name } has started a resync for the person.
line-allowed = { $name } has lifted the waiting time: the person can start a resync at once.
line-undone = { $name } has undone the repair of the picture settings.
line-arrived = The photo has arrived in SharePoint.
line-desk_down = { $text } cannot be reached or refuses this case. I keep trying.
line-desk_up = { $text } has this case now.
line-not_delivered = The last message has not reached the person: Teams did not take it.{ $text ->
    [later] {" "}They will get it when they are back.
   *[other] {""}
  }
line-maybe_delivered = It is not known whether the last message has reached the person. It is on the case's card in their chat.
line-reachable = The person can be reached again.
line-summary = News about case { $number }
line-left_out = A desk does not take one of the entries here ({ $text }). It stands in this thread only.
line-stuck = A resync has ended without the photo.
line-due = The first answer is due soon.
line-overdue = The first answer is overdue.
line-somebody = Somebody at the helpdesk
found-recent = The newest cases
found-unassigned = Cases that nobody has taken
found-mine = Your open cases
found-find = This is what I found
found-none = There are no such cases.
found-line = { $number } · { $status } · { $at } · { $name }
desk-none = It has not been set up yet who belongs to the helpdesk, so nothing was done. An administrator can do that in my settings.
desk-elsewhere = Cases are worked on in the helpdesk's own channel.
desk-members-only = Only members of the helpdesk can do this.
desk-unknown = I could not see just now who belongs to the helpdesk, so nothing was done. Please try again in a moment.
desk-taken = { $name } has this case already.
desk-moved-on = This case has changed in the meantime, so that was not done. Its status is now: { $status }.
desk-done = Done.
desk-yours = You have this case.
desk-reply = Your answer is on its way to the person.
desk-question = Your question is on its way to the person.
desk-note = The note is saved.
desk-resolved = The case is resolved.
desk-not-an-agent = This person does not belong to the helpdesk. Please choose somebody who does.
desk-other-open = The person already has case { $number } open about this.
desk-nothing-changed = Nothing has changed.
desk-no-resync = A resync would not help now ({ $found }).
desk-resync-runs = A resync for this person is already under way.
desk-no-limit = There is no waiting time for this person.
desk-undo-needless = There is no repair to undo.
desk-undo-refused = SharePoint refused it, because I lack a permission. An administrator can give it to me.
desk-undo-failed = SharePoint did not take it. Please try again in a few minutes.
desk-undo-uncertain = SharePoint did not answer. Please try again: only what differs is written.
desk-write-instead = Your version of Teams shows my buttons only in part. Write "take", "reply" and your text, "question", "note" or "resolve" here in the thread instead, and mention me.
desk-assigned = The case is assigned.
desk-allowed = The waiting time is lifted: the person can start a resync at once.
desk-resynced = A resync is under way for the person.
desk-undone = The flags have the values back that they had before.
desk-reopened = The case is open again.
desk-say-what = Please write it in one message: the word, and after it what it is about.
desk-which = Write this in the thread of a case.
desk-help-title = This is how I help the helpdesk
desk-help = Each case has a card here, and a thread. Mention me and write "recent", "unassigned", "mine", a case number, or "find" and some words. In the thread of a case, write "take", "reply", "question", "note" or "resolve", and then your text. Write "health" to see what my installation has and lacks.
command-setup = set up helpdesk, setup helpdesk, set up the helpdesk
command-recent = recent, newest
command-unassigned = unassigned
command-mine = mine, my cases
command-find = find, search, case
command-take = take
command-reply = reply, answer
command-question = question, ask
command-note = note
command-resolve = resolve
command-health = health, check
health-well = Everything that I need is there.
health-ill = This is missing, or does not work:
health-attention = This works, but needs attention:
health-useful = This would be useful, but is missing:
health-rest = In order:
credential-ends = The credential with which I sign in to Microsoft 365 ends on { $at }. From then on I can neither see nor write anything. Please have an administrator replace it before then; "python app.py check" shows how.
sign-in-why = To look at your photo and profile I need your sign-in: I then see what you see, and nothing more. Teams usually signs you in by itself. If nothing happens, please ask me again; I then answer with what I can see without it.
signed-out = I have forgotten your sign-in. You stay signed in to Teams.
signed-out-already = I hold no sign-in of yours. There is nothing for you to do.
command-sign-out = sign out, log out, sign off, logout, signout, sign me out, log me out
command-forget = forget me, delete my data, erase my data, delete my personal data, delete everything about me
command-export = export my data, download my data, send me my data, give me my data, give me a copy of my data
setup-done = This channel is the helpdesk's from now on: each case gets a card here.
setup-elsewhere = Write this in the channel that the helpdesk is to use.
setup-fixed = An administrator decides in my settings which channel is the helpdesk's, so I cannot change it here.
setup-not-wanted = An administrator first has to add "channel" to the helpdesks in my settings.

## What was done by the helpdesk, and what was refused

did-start_for = the helpdesk started a resync for you
did-allow_for = the helpdesk let you start sooner
did-undo_for = the helpdesk undid the change to your SharePoint profile
did-refused = a button or a command that is for somebody else was used; nothing was done
did-asked = you asked about your photo or profile
