// Lambda hands the role's credentials over in the environment, where they stay as long as the process lives.
// The SDK's own chain also asks files, metadata servers and sign-on services: 120 KB that never find anything.
const credentials = async () => ({
  accessKeyId: process.env.AWS_ACCESS_KEY_ID,
  secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY,
  sessionToken: process.env.AWS_SESSION_TOKEN,
});

export const defaultProvider = () => credentials;
