/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Made by build-aux/extract-strings. Change the files that it names, not this one. */

/* Translators: description in data/profiles/codestream.json */
N_("Code review in the editor. From Jira 8.14 on its guide recommends an API token instead, which needs no application link.")
/* Translators: url-label in data/profiles/codestream.json */
N_("Address of the product")
/* Translators: key-note in data/profiles/codestream.json */
N_("The vendor’s guide shows keys of 1024 bits and no other size. Jira takes 2048 bits, which are safer; whether the product takes them is not documented. If it refuses the key, come back and make one of 1024 bits.")
/* Translators: hint in data/profiles/codestream.json */
N_("In CodeStream, open this panel from the menu beside your name and choose Jira Server.")
/* Translators: hint in data/profiles/codestream.json */
N_("Only so the form for this kind of link appears.")
/* Translators: hint in data/profiles/codestream.json */
N_("The whole key, with its lines BEGIN PRIVATE KEY and END PRIVATE KEY.")
/* Translators: hint in data/profiles/codestream.json */
N_("Jira asks whether the product may have access. Sign in as the user for whom it is to work, and choose Allow.")
/* Translators: afterwards in data/profiles/codestream.json */
N_("Jira has to be reachable from the internet.")
/* Translators: afterwards in data/profiles/codestream.json */
N_("The others of your organization need only allow the access in Jira, each for themselves.")
/* Translators: afterwards in data/profiles/codestream.json */
N_("Which rights the product needs in Jira is not documented. It can do no more there than the user who allowed it.")

/* Translators: description in data/profiles/generic-own-key.json */
N_("Any product that shows you a public key for Jira and keeps the private key.")
/* Translators: key-source in data/profiles/generic-own-key.json */
N_("The product shows it where it is connected to Jira, often together with a consumer key.")
/* Translators: hint in data/profiles/generic-own-key.json */
N_("If the product asks for it.")
/* Translators: hint in data/profiles/generic-own-key.json */
N_("Only to compare it: it has to be the same in the product and in Jira.")
/* Translators: hint in data/profiles/generic-own-key.json */
N_("Have the product connect to Jira, and allow the access there.")

/* Translators: description in data/profiles/generic.json */
N_("Any product that signs its requests to Jira with OAuth 1.0a and RSA-SHA1, and takes the private key or the tokens from you.")
/* Translators: key-note in data/profiles/generic.json */
N_("Jira takes keys from 1024 to 4096 bits. 2048 bits are a good choice unless the product asks for another size.")
/* Translators: hint in data/profiles/generic.json */
N_("The whole key in the form PKCS#8, with its lines BEGIN PRIVATE KEY and END PRIVATE KEY.")
/* Translators: hint in data/profiles/generic.json */
N_("Only for products that do not ask Jira for a token of their own.")
/* Translators: hint in data/profiles/generic.json */
N_("It belongs to the access token. RSA-SHA1 does not use it, but many products have a box for it.")

/* Translators: description in data/profiles/hackerone.json */
N_("Reports on vulnerabilities. HackerOne has one key pair for all customers and prints its public key in its guide.")
/* Translators: key-source in data/profiles/hackerone.json */
N_("It stands in HackerOne’s guide “Jira Setup”.")
/* Translators: note in data/profiles/hackerone.json */
N_("This is the key that HackerOne prints in its guide. Its private key belongs to HackerOne and serves all of its customers.")
/* Translators: jira-notes in data/profiles/hackerone.json */
N_("Enter any text as “Shared Secret” and keep it: HackerOne asks for it later, and distinguishes small letters and capitals.")
/* Translators: jira-notes in data/profiles/hackerone.json */
N_("HackerOne’s guide enters HackerOne as “Service Provider Name”, the consumer key as the first “Consumer Key” too, and https://hackerone.com in the boxes for the three addresses.")
/* Translators: hint in data/profiles/hackerone.json */
N_("In HackerOne, choose “Connect with Jira”, and then “Set up new integration”.")
/* Translators: hint in data/profiles/hackerone.json */
N_("In the window of the Jira authentication.")
/* Translators: hint in data/profiles/hackerone.json */
N_("The text that you entered as “Shared Secret” in Jira. It is not kept here.")
/* Translators: hint in data/profiles/hackerone.json */
N_("Then choose the project and the issue type for reports, and the fields.")
/* Translators: afterwards in data/profiles/hackerone.json */
N_("HackerOne makes its webhook in Jira by itself; for that the account has to be a Jira administrator’s while it is set up.")

/* Translators: description in data/profiles/level-access.json */
N_("Accessibility testing, by its bug tracker plug-in. Much about this link is not publicly documented.")
/* Translators: url-label in data/profiles/level-access.json */
N_("Address of AMP")
/* Translators: hint in data/profiles/level-access.json */
N_("How AMP’s own fields are called is not publicly documented.")
/* Translators: hint in data/profiles/level-access.json */
N_("Whether the whole key or only the text between BEGIN and END is wanted is not documented. This is the whole key.")

/* Translators: description in data/profiles/mattermost.json */
N_("Messaging for teams. The plugin has a key pair of its own: it shows consumer key and public key when an administrator adds the Jira.")
/* Translators: url-label in data/profiles/mattermost.json */
N_("Address of the plugin, as it shows it")
/* Translators: key-source in data/profiles/mattermost.json */
N_("The plugin shows it among the steps that it lists once the Jira has been added to Mattermost.")
/* Translators: hint in data/profiles/mattermost.json */
N_("Enter this in Mattermost. Jira asks whether Mattermost may have access; choose Allow.")
/* Translators: hint in data/profiles/mattermost.json */
N_("Open it at any message of a channel. If there is an entry that creates a Jira issue, the link works.")
/* Translators: afterwards in data/profiles/mattermost.json */
N_("Everyone who wants to use Jira from Mattermost enters /jira connect for themselves.")

/* Translators: description in data/profiles/odoo.json */
N_("Business software. The connector has a key pair of its own and shows consumer key and public key when you authenticate its backend.")
/* Translators: url-label in data/profiles/odoo.json */
N_("Address under which Jira reaches Odoo")
/* Translators: key-source in data/profiles/odoo.json */
N_("In Odoo, open Connectors > Jira > Backends, make a backend with the address of your Jira, and click Authenticate. Keep the window with the keys open.")
/* Translators: jira-notes in data/profiles/odoo.json */
N_("The connector’s guide enters consumer key, consumer name and public key under “Incoming Authentication” of the finished link.")
/* Translators: hint in data/profiles/odoo.json */
N_("In the window that Authenticate opened in Odoo. It then shows a link.")
/* Translators: hint in data/profiles/odoo.json */
N_("Click it. You may have to sign in to Jira once more.")
/* Translators: hint in data/profiles/odoo.json */
N_("Back in Odoo. The authentication is complete.")
/* Translators: afterwards in data/profiles/odoo.json */
N_("If changes in Jira are to reach Odoo at once, enter the address of Odoo for webhooks in the backend and choose Install Webhooks.")

/* Translators: description in data/profiles/onetest-server.json */
N_("Testing. The server has a key pair of its own: it shows consumer key and public key once the address of Jira was entered there. Much about this link was in no document that could be read.")
/* Translators: key-source in data/profiles/onetest-server.json */
N_("The server shows it beside the consumer key, once the address of Jira was entered there.")
/* Translators: hint in data/profiles/onetest-server.json */
N_("Go on in the server as it says. How its dialog reads from here on was in no document that could be read.")

/* Translators: description in data/profiles/sentry.json */
N_("Error tracking. This is its integration for Jira Server and Data Center; for Jira Cloud Sentry has an app of its own. Sentry has not maintained the guide for it since February 2024.")
/* Translators: jira-notes in data/profiles/sentry.json */
N_("Sentry’s guide leaves “Create incoming link” without a tick, and then enters consumer key, consumer name and public key under “Incoming Authentication” of the finished link.")
/* Translators: jira-notes in data/profiles/sentry.json */
N_("Enter https://sentry.io/extensions/jira-server/setup/ as “Consumer Callback URL”. For a Sentry of your own the address begins with its host.")
/* Translators: hint in data/profiles/sentry.json */
N_("In Sentry, choose Install beside Jira Server, and then Add Installation.")
/* Translators: hint in data/profiles/sentry.json */
N_("At most 200 characters.")
/* Translators: afterwards in data/profiles/sentry.json */
N_("Sentry has to reach Jira from the internet. If it reports the status 400 or 500, ask the administrator of the network to let Sentry’s addresses through.")

/* Translators: description in data/profiles/sinergify.json */
N_("Connects Salesforce and Jira.")
/* Translators: url-label in data/profiles/sinergify.json */
N_("Address of your Salesforce organisation")
/* Translators: key-note in data/profiles/sinergify.json */
N_("The vendor’s documentation names no size. Jira takes keys from 1024 to 4096 bits; 2048 bits are a good choice.")
/* Translators: jira-notes in data/profiles/sinergify.json */
N_("Its guide enters consumer key, consumer name and public key under “Incoming Authentication” of the finished link, with “Sinergify” as consumer key and as consumer name.")
/* Translators: jira-notes in data/profiles/sinergify.json */
N_("Its guide enters a “Consumer Callback URL”: the address of your Salesforce organisation, then /apex/Grz_Sf__AuthPage?status= with the id of the organisation, then &instanceUrl= with the address of Jira.")
/* Translators: hint in data/profiles/sinergify.json */
N_("In the Sinergify app.")
/* Translators: hint in data/profiles/sinergify.json */
N_("The same address as in “Consumer Callback URL” of the link in Jira.")
/* Translators: hint in data/profiles/sinergify.json */
N_("It has to be one word.")
/* Translators: hint in data/profiles/sinergify.json */
N_("In which form the key is wanted is not documented. This is the whole key; if it is refused, leave out the lines BEGIN and END.")
/* Translators: hint in data/profiles/sinergify.json */
N_("Choose the kind of your Jira.")

/* Translators: description in data/profiles/squash-tm.json */
N_("Test management. Version 9 gives this kind of link up in favour of OAuth 2.0.")
/* Translators: hint in data/profiles/squash-tm.json */
N_("In Squash, open the page of the Jira connector in this workspace, and its OAuth 1A authentication protocol.")
/* Translators: hint in data/profiles/squash-tm.json */
N_("Older versions call it “Temporary tokens URL”. Choose POST beside it.")
/* Translators: hint in data/profiles/squash-tm.json */
N_("Choose POST beside it.")
/* Translators: hint in data/profiles/squash-tm.json */
N_("Everything in one line, without the lines BEGIN and END.")
/* Translators: afterwards in data/profiles/squash-tm.json */
N_("Each user of Squash allows the access in Jira when Squash asks for it.")

/* Translators: description in data/profiles/stackstorm.json */
N_("Automation. The pack reads the private key from a file and takes the access token that this program gets for it.")
/* Translators: key-note in data/profiles/stackstorm.json */
N_("The pack’s guide has shown 2048 and 4096 bits. Jira takes both.")
/* Translators: hint in data/profiles/stackstorm.json */
N_("Edit this file on the StackStorm server. The next lines are its settings.")
/* Translators: hint in data/profiles/stackstorm.json */
N_("Save the key as a file on the StackStorm server, readable by its service alone, and enter the path of that file.")
/* Translators: hint in data/profiles/stackstorm.json */
N_("Run this command on the server.")
/* Translators: afterwards in data/profiles/stackstorm.json */
N_("The access token ends some day. Authorize again before, and replace both values in the file.")

/* Translators: description in data/profiles/syndeia.json */
N_("Integration of engineering tools by Intercax. Each of its users enters the private key and is asked by Jira once.")
/* Translators: hint in data/profiles/syndeia.json */
N_("Begin a new Jira repository in Syndeia and choose this entry from the list.")
/* Translators: hint in data/profiles/syndeia.json */
N_("Syndeia proposes Syndeia_OAuth_Key. It has to be the one that you entered in Jira.")
/* Translators: hint in data/profiles/syndeia.json */
N_("Clear the box before you paste. The lines with BEGIN and END are already left out.")
/* Translators: hint in data/profiles/syndeia.json */
N_("Click it. The browser opens Jira’s page.")
/* Translators: hint in data/profiles/syndeia.json */
N_("Copy the code that Jira shows into this box. The product asks Jira for an access token of its own, so the code of this program’s authorization does not work here.")
/* Translators: afterwards in data/profiles/syndeia.json */
N_("Every user of Syndeia needs the consumer key and the private key for an own authorization. Hand the private key on as you would a password.")

/* Translators: description in data/profiles/testomat.json */
N_("Test management. It asks Jira without a person’s allowance (2-legged OAuth) and reads the private key from a file.")
/* Translators: jira-notes in data/profiles/testomat.json */
N_("Allow 2-legged OAuth for this link, under “Incoming Authentication” in Jira.")
/* Translators: hint in data/profiles/testomat.json */
N_("Save the key as a file in the volume that is mounted into the container.")
/* Translators: afterwards in data/profiles/testomat.json */
N_("The authorization in this program proves that Jira accepts the key. Whether Jira answers 2-legged requests, only Testomat.io can show.")

/* Translators: description in data/profiles/zephyr-enterprise.json */
N_("Test management by SmartBear. It signs its requests with the private key that you hand over at the end.")
/* Translators: url-label in data/profiles/zephyr-enterprise.json */
N_("Address of Zephyr")
/* Translators: key-note in data/profiles/zephyr-enterprise.json */
N_("The vendor’s guide shows 1024 bits and no other size. Jira takes 2048 bits, which are safer; whether Zephyr takes them is not documented. If Zephyr refuses the key, come back and make one of 1024 bits.")
/* Translators: note in data/profiles/zephyr-enterprise.json */
N_("This is the key that SmartBear published for Zephyr Enterprise 6.1 with Jira Cloud. Its private key belongs to SmartBear and serves every customer of that version, so the link lets in whoever holds it, not your Zephyr alone. Newer versions take a key pair of your own.")
/* Translators: hint in data/profiles/zephyr-enterprise.json */
N_("Sign in to Zephyr as an administrator, open Administration, choose Jira Integration under System Setup, and click + above the list.")
/* Translators: hint in data/profiles/zephyr-enterprise.json */
N_("Choose this entry from the list.")
/* Translators: hint in data/profiles/zephyr-enterprise.json */
N_("Zephyr shows the connection under this name. Any other will do as well.")
/* Translators: hint in data/profiles/zephyr-enterprise.json */
N_("With the port, if your Jira has one in its address.")
/* Translators: hint in data/profiles/zephyr-enterprise.json */
N_("This is the consumer key that you entered in Jira, not the consumer name.")
/* Translators: hint in data/profiles/zephyr-enterprise.json */
N_("Click it at the end of the dialog.")
/* Translators: hint in data/profiles/zephyr-enterprise.json */
N_("A message box appears. Confirm it too.")
/* Translators: hint in data/profiles/zephyr-enterprise.json */
N_("Click the address that Zephyr shows. If there is an error instead of an address, the keys do not fit: check the consumer key and the private key.")
/* Translators: hint in data/profiles/zephyr-enterprise.json */
N_("Jira asks whether Zephyr may have access. Sign in as the user for whom Zephyr is to work, and choose Allow.")
/* Translators: hint in data/profiles/zephyr-enterprise.json */
N_("Jira shows a verification code in quotes. Copy it without the quotes into this box. Zephyr asks Jira for an access token of its own, so the code of this program’s authorization does not work here.")
/* Translators: hint in data/profiles/zephyr-enterprise.json */
N_("Zephyr runs its own diagnostics. Read what they say before you choose Done.")
/* Translators: hint in data/profiles/zephyr-enterprise.json */
N_("Switch it on if new defects are to be entered in Jira’s own form. Whoever enters one then needs the right to create issues in Jira.")
/* Translators: hint in data/profiles/zephyr-enterprise.json */
N_("In the setup of each Zephyr project, choose Jira as its tracking system here, and map it to its Jira project. In Zephyr that is a manager’s task.")
/* Translators: webhook-note in data/profiles/zephyr-enterprise.json */
N_("Only where Zephyr runs with the separate service ze-jira-webhook and RabbitMQ. This is the service’s usual address; its settings may name another port, or https.")
/* Translators: afterwards in data/profiles/zephyr-enterprise.json */
N_("Map each Zephyr project to its Jira project: in Zephyr’s project setup, under Requirements and Defect Tracking, choose Jira. The integration is complete only then.")
/* Translators: afterwards in data/profiles/zephyr-enterprise.json */
N_("Decide about the switch “Create defects in Jira” in Zephyr.")

/* Translators: title in data/guidance/cloud-2020.json */
N_("Jira Cloud, earlier screens")
/* Translators: outlook in data/guidance/cloud-2020.json */
N_("Atlassian calls OAuth 1.0a deprecated for Jira Cloud and asks not to build anything new on it. No end date was named, and links of this kind are still made. Ask the vendor of your product whether it offers OAuth 2.0 too; SmartBear does for Zephyr Enterprise.")
/* Translators: text in data/guidance/cloud-2020.json */
N_("Open the page of the application links. You also find it in the cog’s menu under Products, Application links.")
/* Translators: warning in data/guidance/cloud-2020.json */
N_("Jira may ask for your password once more before it shows the page.")
/* Translators: text in data/guidance/cloud-2020.json */
N_("Enter the address of the product in the box at the top and choose “Create new link”.")
/* Translators: text in data/guidance/cloud-2020.json */
N_("Choose “Continue”.")
/* Translators: warning in data/guidance/cloud-2020.json */
N_("Jira may say that it got no response from the address. That does no harm: this link does not need an answer.")
/* Translators: text in data/guidance/cloud-2020.json */
N_("In the dialog “Link applications”, enter the name of the link.")
/* Translators: text in data/guidance/cloud-2020.json */
N_("Leave “Application Type” at “Generic Application”.")
/* Translators: text in data/guidance/cloud-2020.json */
N_("Leave the boxes from “Service Provider Name” to “Authorize URL” empty.")
/* Translators: warning in data/guidance/cloud-2020.json */
N_("They are for the other direction and are not used. If your Jira insists on them, enter the name of the link in each.")
/* Translators: text in data/guidance/cloud-2020.json */
N_("Scroll down, tick “Create incoming link”, and choose “Continue”.")
/* Translators: warning in data/guidance/cloud-2020.json */
N_("The tick is easy to miss. Without it the link appears in the list, but Jira does not know the consumer key.")
/* Translators: text in data/guidance/cloud-2020.json */
N_("On the next page of the dialog, enter the consumer key.")
/* Translators: warning in data/guidance/cloud-2020.json */
N_("Paste it. Jira compares it letter by letter.")
/* Translators: text in data/guidance/cloud-2020.json */
N_("Enter the consumer name.")
/* Translators: warning in data/guidance/cloud-2020.json */
N_("Do not mix it up with the consumer key. Jira shows the name when it asks for your permission.")
/* Translators: text in data/guidance/cloud-2020.json */
N_("Clear the box for the public key and paste the key.")
/* Translators: text in data/guidance/cloud-2020.json */
N_("Leave “Consumer Callback URL” empty and “Allow 2-legged OAuth” without a tick, and choose “Continue”.")
/* Translators: warning in data/guidance/cloud-2020.json */
N_("With an address in “Consumer Callback URL”, Jira would send its answer there instead of showing it to you.")
/* Translators: sign in data/guidance/cloud-2020.json */
N_("The link is in Jira’s list, but its incoming authentication is empty.")
/* Translators: remedy in data/guidance/cloud-2020.json */
N_("“Create incoming link” was not ticked. Edit the link in Jira, and enter consumer key, consumer name and public key in its incoming authentication.")
/* Translators: sign in data/guidance/cloud-2020.json */
N_("The incoming authentication is filled in, but the consumer key there is not exactly the one below.")
/* Translators: remedy in data/guidance/cloud-2020.json */
N_("Paste the consumer key over it and save. If Jira does not let you change it, delete the link and make it again, or go back and enter here the key that Jira has.")
/* Translators: sign in data/guidance/cloud-2020.json */
N_("The link is not in Jira’s list at all.")
/* Translators: remedy in data/guidance/cloud-2020.json */
N_("The last dialog was not finished, or it was another Jira. Open the page with the button above, so that it is the same Jira, and follow the steps.")

/* Translators: title in data/guidance/cloud-2024.json */
N_("Jira Cloud, recent screens")
/* Translators: text in data/guidance/cloud-2024.json */
N_("Open the page of the application links. You also find it in the settings under Products or Apps, Integrations, Application links.")
/* Translators: text in data/guidance/cloud-2024.json */
N_("Choose “Create link”.")
/* Translators: text in data/guidance/cloud-2024.json */
N_("Choose “Direct application link”.")
/* Translators: warning in data/guidance/cloud-2024.json */
N_("These steps fit only this kind of link.")
/* Translators: text in data/guidance/cloud-2024.json */
N_("Enter the address of the product and choose “Next”.")
/* Translators: text in data/guidance/cloud-2024.json */
N_("If Jira says that it got no response from the address, choose “Continue”.")
/* Translators: warning in data/guidance/cloud-2024.json */
N_("That does no harm: this link does not need an answer.")
/* Translators: text in data/guidance/cloud-2024.json */
N_("In the form “Review link”, enter the name of the link.")
/* Translators: warning in data/guidance/cloud-2024.json */
N_("Touch no other box: as soon as the cursor stands in another one, Jira does not accept the form. If it happened, close the form and begin again.")
/* Translators: text in data/guidance/cloud-2024.json */
N_("Choose “Generic Application” as “Application Type”.")
/* Translators: text in data/guidance/cloud-2024.json */
N_("Tick “Create incoming link” and finish the form.")
/* Translators: warning in data/guidance/cloud-2024.json */
N_("Without the tick the link appears in the list, but Jira does not know the consumer key.")
/* Translators: text in data/guidance/cloud-2024.json */
N_("In the list, open the menu ⋯ of the new link, choose “Edit” and then “Configure”.")
/* Translators: text in data/guidance/cloud-2024.json */
N_("Choose “Incoming Authentication” and enter the consumer key.")
/* Translators: warning in data/guidance/cloud-2024.json */
N_("Not “Outgoing Authentication”, which has boxes of similar names. Paste the key: Jira compares it letter by letter.")
/* Translators: text in data/guidance/cloud-2024.json */
N_("Leave “Consumer Callback URL” empty and “Allow 2-legged OAuth” without a tick.")
/* Translators: text in data/guidance/cloud-2024.json */
N_("Scroll to the end of the form and choose “Save”.")
/* Translators: sign in data/guidance/cloud-2024.json */
N_("Jira never showed the form “Review link”.")
/* Translators: remedy in data/guidance/cloud-2024.json */
N_("That was another kind of link. Delete it in Jira and begin again with “Direct application link”.")
/* Translators: sign in data/guidance/cloud-2024.json */
N_("You entered the values under “Outgoing Authentication”.")
/* Translators: remedy in data/guidance/cloud-2024.json */
N_("That is for the other direction. Enter them under “Incoming Authentication” of the same link.")

/* Translators: title in data/guidance/data-center-10.json */
N_("Jira Data Center 10 and later")
/* Translators: outlook in data/guidance/data-center-10.json */
N_("Atlassian’s documentation of Data Center still describes OAuth 1.0a. It is not known yet whether links of this kind work with Jira 11.")
/* Translators: text in data/guidance/data-center-10.json */
N_("Open the page of the application links. You also find it in Jira under Administration, Applications, Application links.")
/* Translators: warning in data/guidance/data-center-10.json */
N_("Jira may ask for your password once more before it shows the page. These steps are known from Jira 10. The screens of Jira 11 have not been seen yet; if they differ, look for the same words.")
/* Translators: text in data/guidance/data-center-10.json */
N_("Choose “Atlassian product”, not “External application”.")
/* Translators: warning in data/guidance/data-center-10.json */
N_("“External application” makes a link for OAuth 2.0, which has no place for a public key. If you have made one, delete it and begin again here.")
/* Translators: text in data/guidance/data-center-10.json */
N_("Enter the address of the product and choose “Continue”.")
/* Translators: sign in data/guidance/data-center-10.json */
N_("Jira asked for a redirect URL, and never for a public key.")
/* Translators: remedy in data/guidance/data-center-10.json */
N_("That was “External application”, a link for OAuth 2.0. Delete it in Jira and begin again with “Atlassian product”.")

/* Translators: title in data/guidance/data-center-9.json */
N_("Jira Data Center 8.22 to 9")
/* Translators: outlook in data/guidance/data-center-9.json */
N_("Atlassian’s support for Jira 9 ended in June 2026. Links of this kind work in it as before.")
/* Translators: text in data/guidance/data-center-9.json */
N_("Open the page of the application links. You also find it in Jira under Administration, Applications, Application links; some versions have it in the cog’s menu under Products.")

/* Translators: title in data/guidance/server-8.json */
N_("Jira Server or Data Center up to 8.21")
