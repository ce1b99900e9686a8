using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Probes;

namespace ExchangeNamespace.Fuzzing.Targets;

/// <summary>What a mail server sends is a dialogue with replies that can be shown, or ends with a known reason.</summary>
internal static class SmtpTarget
{
    public static void Read(byte[] bytes) => TalkAsync(bytes).GetAwaiter().GetResult();

    private static async Task TalkAsync(byte[] bytes)
    {
        using Answers stream = new(bytes);
        SmtpDialogue dialogue = new(stream);
        try
        {
            await dialogue.BannerAsync(CancellationToken.None).ConfigureAwait(false);
            await dialogue.HelloAsync("ex01.contoso.com", CancellationToken.None).ConfigureAwait(false);
            await dialogue.StartTlsAsync(CancellationToken.None).ConfigureAwait(false);
            await dialogue.QuitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (SmtpDialogueException e)
        {
            Must.BeShown(e.Message);
        }
        catch (EndOfStreamException)
        {
            // The server has closed the connection.
        }

        foreach (string line in dialogue.Replies.SelectMany(r => r.Lines))
        {
            Must.BeShown(line);
        }
    }

    /// <summary>Gives what the server sends, and takes what is said.</summary>
    private sealed class Answers(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public override bool CanWrite => true;

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.CompletedTask;

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
