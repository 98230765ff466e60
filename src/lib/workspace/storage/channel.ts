/** Tells the other windows which file has been written, renamed or removed, or is trusted otherwise than before. */
export interface Channel {
  post(name: string): void;
  listen(heard: (name: string) => void): void;
}

export function browserChannel(): Channel {
  const channel = new BroadcastChannel('deskbook:files');
  return {
    post: (name) => channel.postMessage(name),
    listen: (heard) => {
      channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'string') heard(data);
      };
    },
  };
}

export const voidChannel: Channel = { post: () => {}, listen: () => {} };
