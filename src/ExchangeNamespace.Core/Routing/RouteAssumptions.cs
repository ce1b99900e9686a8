using System.Collections.Generic;

namespace ExchangeNamespace.Routing;

/// <summary>What is assumed about a request where the user did not state it, in sentences.</summary>
internal static class RouteAssumptions
{
    public static IEnumerable<string> Of(RouteInput input, RouteQuestion question)
    {
        if (input.Server is null)
        {
            yield return input.Site is null
                ? $"Server: {question.Entry.Name}, the newest that clients of the {input.View} view reach, because neither -Server nor "
                    + "-Site was given."
                : $"Server: {question.Entry.Name}, the newest of site {input.Site}, because -Server was not given.";
        }

        if (input.MailboxServer is null && input.MailboxSite is null)
        {
            yield return $"Site of the mailbox: {question.MailboxSite}, the only one.";
        }
    }
}
