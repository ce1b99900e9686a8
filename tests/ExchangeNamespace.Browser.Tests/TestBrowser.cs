using System.IO;
using System.Threading.Tasks;
using ExchangeNamespace.Browser.Tests;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(TestBrowser))]

namespace ExchangeNamespace.Browser.Tests;

/// <summary>
/// The browser of the machine, started once for all tests. A driver would bring browsers of its own from the network; this one takes what
/// Debian has installed.
/// </summary>
public sealed class TestBrowser : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Timeout = 180_000,

            // Tests also run as root, and the sandbox of the browser refuses to.
            Args = ["--no-sandbox", "--disable-gpu"],
        });
    }

    /// <summary>A page of its own size without a network; skips the test where no browser is installed.</summary>
    internal async Task<TestPage> OpenAsync(int width = 1280, int height = 900, bool dark = false, bool scripts = true)
    {
        Assert.SkipWhen(_browser is null, $"{Program} is not installed. The package chromium of Debian has it.");
        IBrowserContext context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            JavaScriptEnabled = scripts,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        return await TestPage.OpenAsync(context);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
