/** The person, as the frame shows them. */
export interface FramePerson {
  name: string;
  email: string;
  role: 'member' | 'admin';
}
