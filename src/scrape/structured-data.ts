import type { Document } from 'domhandler';
import type { StructuredItem } from '@/domain/snapshot';

export function readStructured(_document: Document, _url: string): StructuredItem[] {
  return [];
}
