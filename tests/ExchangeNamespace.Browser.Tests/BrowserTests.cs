using System.Threading.Tasks;
using Xunit;

namespace ExchangeNamespace.Browser.Tests;

public class BrowserTests(TestBrowser browser)
{
    [Fact]
    public async Task A_page_is_parsed_by_the_browser_and_what_it_asks_for_is_noted()
    {
        await using TestPage page = await browser.OpenAsync();
        await page.ShowAsync("<!doctype html><title>T</title><link rel=icon href=data:,><p>Text</p><img src='http://elsewhere.invalid/x.png'>");

        Assert.Equal("Text", await page.Page.InnerTextAsync("p"));
        Assert.Equal(["http://elsewhere.invalid/x.png"], page.Requests);
        Assert.Contains("ERR_FAILED", Assert.Single(page.Messages), System.StringComparison.Ordinal);
    }
}
