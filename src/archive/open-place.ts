import type { ArchivePlace, ArchiveSettings } from './archive-place';
import { folderPlace } from './folder-place';
import { s3Place } from './s3-place';

/** The place of the settings; nothing is asked of it yet. */
export function openArchivePlace(settings: ArchiveSettings): ArchivePlace {
  return settings.kind === 'folder' ? folderPlace(settings.folder) : s3Place(settings);
}
