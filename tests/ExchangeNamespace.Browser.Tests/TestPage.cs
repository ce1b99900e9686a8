using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace ExchangeNamespace.Browser.Tests;

/// <summary>One page with all that it says and asks for. Nothing is fetched: each request is noted and refused.</summary>
internal sealed class TestPage : System.IAsyncDisposable
{
    /// <summary>An address that the driver answers itself: nothing listens there.</summary>
    private const string Plain = "http://report.invalid/";

    /// <summary>The same with the rights of a page that came over TLS.</summary>
    private const string Secure = "https://report.invalid/";

    /// <summary>Milliseconds: on a busy machine the browser takes its time.</summary>
    private const int Patience = 180_000;

    private readonly IBrowserContext _context;
    private readonly List<string> _messages = [];
    private readonly List<string> _requests = [];
    private string _html = string.Empty;

    private TestPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>What the console and failed scripts say; a refusal by the policy of the page is among it.</summary>
    public IReadOnlyList<string> Messages => _messages;

    /// <summary>What the page asked for beside itself.</summary>
    public IReadOnlyList<string> Requests => _requests;

    public static async Task<TestPage> OpenAsync(IBrowserContext context)
    {
        TestPage opened = new(context, await context.NewPageAsync());
        opened.Page.Console += (_, message) => opened._messages.Add(message.Text);
        opened.Page.Dialog += async (_, dialog) =>
        {
            opened._messages.Add("dialog: " + dialog.Message);
            await dialog.DismissAsync();
        };
        opened.Page.PageError += (_, error) => opened._messages.Add(error);
        opened.Page.SetDefaultTimeout(Patience);
        await opened.Page.AddInitScriptAsync("addEventListener('securitypolicyviolation', "
            + "e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI))");
        await opened.Page.RouteAsync("**/*", opened.AnswerAsync);
        return opened;
    }

    /// <summary>Shows a page as a file would be shown: parsed from its first byte on, so that its policy holds.</summary>
    public Task ShowAsync(string html, bool secure = false)
    {
        _html = html;
        return Page.GotoAsync(secure ? Secure : Plain);
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private Task AnswerAsync(IRoute route)
    {
        if (route.Request.Url is Plain or Secure)
        {
            return route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html; charset=utf-8", Body = _html });
        }

        _requests.Add(route.Request.Url);
        return route.AbortAsync();
    }
}
