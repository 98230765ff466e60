export const sharingEn = {
  'sharing.command.copyLink': 'Copy Link to This Notebook',
  'sharing.copyLink': 'Copy Link',
  'sharing.size': '{count} KB',
  'sharing.link.copied':
    'A link of {size} is on the clipboard. It carries the notebook itself, and nothing of your data.',
  'sharing.link.copiedLong':
    'A link of {size} is on the clipboard. Some mail and chat programs cut links that are so long: if it does not open, send the file.',
  'sharing.link.tooLong': 'The link would be {size} long, and not every browser opens that. Send the file.',
  'sharing.link.notCopied':
    'The browser did not let the link onto the clipboard. Allow it for this page, or send the file.',
  'sharing.link.damaged':
    'The link holds no whole notebook: it was probably cut on its way. Ask for it again, or for the file.',
  'sharing.link.newer':
    'The link was made by a later version of Deskbook. Reload the page to get the latest one.',
  'sharing.saveInstead': 'Save File…',
  'sharing.question': 'Do you trust this notebook?',
  'sharing.by.link':
    '“{name}” came with a link and was not written in this browser. Nothing of it has run. This is what it would do:',
  'sharing.by.file':
    '“{name}” came from a file that was not written in this browser. Nothing of it has run. This is what it would do:',
  'sharing.by.folder':
    '“{name}” lies in a folder, and you have not said that you trust its authors. Nothing of it has run. This is what it would do:',
  'sharing.by.withdrawn':
    'You have withdrawn your trust in “{name}”. It runs no longer. This is what it would do:',
  'sharing.cells': { one: 'It has {count} cell.', other: 'It has {count} cells.' },
  'sharing.reads': 'It reads {names}.',
  'sharing.readsNothing': 'It reads none of your tables.',
  'sharing.onlyAsks': 'Its SQL only asks: no statement in it changes anything.',
  'sharing.deeds': {
    one: '{count} statement does more than ask:',
    other: '{count} statements do more than ask:',
  },
  'sharing.place': 'Cell {place}',
  'sharing.nothingLeaves': 'Trusted or not, it can send nothing: no data leaves this browser.',
  'sharing.trust': 'Trust and Open',
  'sharing.trustFolder': 'Trust the Whole Folder and Open',
  'sharing.withdraw': 'Withdraw Trust',
  'sharing.command.withdraw': 'Withdraw Trust in This File or Its Folder',
  'sharing.folder.question': 'Do you trust the authors of the files in the folder “{name}”?',
  'sharing.folder.yes': 'Yes, I trust the authors',
  'sharing.folder.yesMeans': 'Its notebooks and KPIs may run here',
  'sharing.folder.no': 'No, I only want to read',
  'sharing.folder.noMeans': 'Its files open as text, and nothing of them runs',
  'sharing.folder.asText':
    'You have not said that you trust the authors of this folder: its files open as text.',
  'sharing.folder.trust': 'Trust the Authors',
  'sharing.cut': 'These are the first {count} characters of {all}. What it would do is told of the whole.',
  'sharing.gone': 'This file is no longer kept. Open it again from where it came.',
  'sharing.status.trusted': 'Trusted',
  'sharing.status.notTrusted': 'Not trusted',
  'sharing.status.own': 'This file was written in this browser, or you said that you trust it.',
  'sharing.status.folder': 'This file lies in a folder of your disk whose authors you trust.',
  'sharing.status.untrusted': 'This file opens as text, and runs only once you trust it.',
  'sharing.status.shipped': 'This notebook comes with Deskbook.',
  'sharing.status.stranger': 'This notebook comes from elsewhere, and runs only once you trust it.',
} as const;
